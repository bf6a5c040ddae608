using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.EntityFrameworkCore;
using Persistence;

namespace Api.Setup;

/// <summary>
/// The one token that can be shown again. A random one is kept in a file beside the catalogue that its owner alone can read;
/// the catalogue has the hash. At most one demo token is valid at a time.
/// </summary>
internal sealed class DemoToken(CatalogDatabase database, TimeProvider clock)
{
    private readonly string _file =
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.FilePath))!, "demo-token");

    /// <summary>The token that is valid now: the fixed one, or the one in the file, or a new one.</summary>
    internal string Provide(Guid companyId, string? fixedToken)
    {
        using var context = database.CreateContext();
        using var transaction = context.Database.BeginTransaction();
        var known = Known(context, companyId).ToList();
        var token = fixedToken ?? KeptToken(known) ?? CreateToken();
        var hash = AccessTokens.Hash(token);
        var now = WireText.Now(clock);
        foreach (var other in known.Where(other => !other.Hash.AsSpan().SequenceEqual(hash)))
            other.RevokedAt ??= now;
        // A fixed token is the operator's word, so it is good again although an earlier start revoked it.
        if (known.Find(row => row.Hash.AsSpan().SequenceEqual(hash)) is { } current)
            current.RevokedAt = null;
        else
            context.AccessTokens.Add(new AccessToken
            {
                Hash = hash,
                CompanyId = companyId,
                Name = DemoCompany.TokenName,
                Scopes = TokenScopes.Read | TokenScopes.Write,
                CreatedAt = now,
            });
        context.SaveChanges();
        transaction.Commit();
        return token;
    }

    /// <summary>Makes every demo token useless; tells how many were still good.</summary>
    internal int Revoke(Guid companyId)
    {
        using var context = database.CreateContext();
        var live = Known(context, companyId).Where(token => token.RevokedAt == null).ToList();
        foreach (var token in live)
            token.RevokedAt = WireText.Now(clock);
        context.SaveChanges();
        return live.Count;
    }

    private static IQueryable<AccessToken> Known(CatalogDbContext context, Guid companyId) =>
        context.AccessTokens.Where(token => token.CompanyId == companyId && token.Name == DemoCompany.TokenName);

    private string? KeptToken(List<AccessToken> known)
    {
        if (!File.Exists(_file))
            return null;
        var token = File.ReadAllText(_file).Trim();
        var hash = AccessTokens.Hash(token);
        return known.Exists(row => row.RevokedAt is null && row.Hash.AsSpan().SequenceEqual(hash)) ? token : null;
    }

    private string CreateToken()
    {
        var token = AccessTokens.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // The mode counts only for a file that is created, so an old file is replaced, never written into.
        var fresh = $"{_file}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(fresh, options))
            writer.WriteLine(token);
        File.Move(fresh, _file, overwrite: true);
        return token;
    }
}
