using FluentValidation;

namespace Api.Favourites.Validation;

/// <summary>The request for an application's token.</summary>
internal sealed class ApplicationTokenValidator : ParametersValidator
{
    public ApplicationTokenValidator()
    {
        Parameter("client_id").MustBeGiven().MaximumLength(MaxName);
        Parameter("client_secret").MustBeSecret().MustBeGiven().MaximumLength(MaxName);
    }
}

/// <summary>The request for a user's token: a log-in.</summary>
internal sealed class UserTokenValidator : ParametersValidator
{
    internal const string OfflineAccess = "offline_access";

    public UserTokenValidator()
    {
        Parameter("grant_type").MustBeGiven().MustBe("credentials");
        Parameter("scope").MustBe(OfflineAccess);
        Parameter("client_id").MustBeGiven().MaximumLength(MaxName);
        Parameter("client_secret").MustBeSecret().MustBeGiven().MaximumLength(MaxName);
        Parameter("email").MustBeGiven().MaximumLength(MaxName);
        Parameter("password").MustBeSecret().MustBeGiven().MaximumLength(MaxName);
    }
}
