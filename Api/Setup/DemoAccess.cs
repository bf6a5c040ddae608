namespace Api.Setup;

/// <summary>What the examples of the start-up banner need: a token for either API, and ids that exist.</summary>
internal sealed record DemoAccess(string CompanySlug, string Token, string UserToken, Guid CollectionId, Guid FreeCollectionId, Guid FreeItemId);
