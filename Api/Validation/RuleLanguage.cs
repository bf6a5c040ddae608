using System.Collections.Frozen;
using System.Globalization;
using FluentValidation;
using FluentValidation.Resources;

namespace Api.Validation;

/// <summary>The codes and messages of FluentValidation's own rules, as clients of both APIs know them.</summary>
internal sealed class RuleLanguage : LanguageManager
{
    private static readonly FrozenDictionary<string, (string Code, string Message)> Rules = new Dictionary<string, (string, string)>
    {
        ["NotNullValidator"] = ("blank", "can't be blank"),
        ["NotEmptyValidator"] = ("blank", "can't be blank"),
        ["MaximumLengthValidator"] = ("too_long", "is too long (maximum is {MaxLength} characters)"),
        ["InclusiveBetweenValidator"] = ("out_of_range", "must be from {From} to {To}"),
    }.ToFrozenDictionary();

    /// <summary>Makes it the language of all validators of the process, which is the only choice that FluentValidation leaves.</summary>
    internal static void Use()
    {
        ValidatorOptions.Global.LanguageManager = new RuleLanguage();
        ValidatorOptions.Global.ErrorCodeResolver = validator =>
            Rules.TryGetValue(validator.Name, out var rule) ? rule.Code : validator.Name;
    }

    public override string GetString(string key, CultureInfo? culture = null) =>
        Rules.TryGetValue(key, out var rule) ? rule.Message : base.GetString(key, culture);
}
