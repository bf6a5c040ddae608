namespace Persistence.Connections;

/// <summary>So many requests of a company wait for their turn that no more are taken.</summary>
public sealed class TooManyWaitingException(int limit) : Exception($"{limit} requests of this company are waiting already");
