namespace Persistence.Writes.Operations;

/// <summary>Adds items to collections, or takes them out.</summary>
/// <param name="TargetType">The type of the items.</param>
/// <param name="TargetIds">The items.</param>
/// <param name="IsAdding">Whether they are added.</param>
/// <param name="CollectionIds">The collections.</param>
public sealed record UpdateCollectionsTask(
    string TargetType, IReadOnlyList<Guid> TargetIds, bool IsAdding, IReadOnlyList<Guid> CollectionIds) : OperationTask(TargetType)
{
    /// <inheritdoc />
    public override IReadOnlyList<Guid> TargetIds { get; } = TargetIds;

    /// <inheritdoc />
    public override string Description => IsAdding
        ? $"Add {Number(TargetIds.Count, TargetName)} to {Number(CollectionIds.Count, "collection")}"
        : $"Remove {Number(TargetIds.Count, TargetName)} from {Number(CollectionIds.Count, "collection")}";
}

/// <summary>What is done with tags.</summary>
public enum TagAction
{
    /// <summary>They are added to those that are there.</summary>
    Add,

    /// <summary>They come instead of those that are there.</summary>
    Replace,

    /// <summary>They are removed.</summary>
    Remove,

    /// <summary>All tags are removed.</summary>
    RemoveAll,
}

/// <summary>Changes the tags of items.</summary>
/// <param name="TargetType">The type of the items.</param>
/// <param name="TargetIds">The items.</param>
/// <param name="Action">What is done.</param>
/// <param name="Tags">The tags.</param>
public sealed record UpdateTagTask(string TargetType, IReadOnlyList<Guid> TargetIds, TagAction Action, IReadOnlyList<string> Tags)
    : OperationTask(TargetType)
{
    /// <inheritdoc />
    public override IReadOnlyList<Guid> TargetIds { get; } = TargetIds;

    /// <inheritdoc />
    public override string Description => Action switch
    {
        TagAction.Add => $"Add {Number(Tags.Count, "tag")} to {Targets}",
        TagAction.Replace => $"Replace the tags of {Targets}",
        TagAction.Remove => $"Remove {Number(Tags.Count, "tag")} from {Targets}",
        _ => $"Remove all tags from {Targets}",
    };

    private string Targets => Number(TargetIds.Count, TargetName);
}

/// <summary>Sets attributes of product groups.</summary>
/// <param name="TargetType">The type.</param>
/// <param name="TargetIds">The product groups.</param>
/// <param name="Attributes">The values by name, as statements take them.</param>
public sealed record UpdateTask(string TargetType, IReadOnlyList<Guid> TargetIds, IReadOnlyDictionary<string, object?> Attributes)
    : OperationTask(TargetType)
{
    /// <summary>What can be set.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "taxable", "tax_category_id", "buffer_time_before", "buffer_time_after", "price_type", "price_period", "flat_fee_price_in_cents",
        "structure_price_in_cents", "price_structure_id", "show_in_store", "discountable", "price_ruleset_id",
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Guid> TargetIds { get; } = TargetIds;

    /// <inheritdoc />
    public override string Description => $"Update {Number(TargetIds.Count, TargetName)}";
}

/// <summary>Archives items.</summary>
/// <param name="TargetType">The type of the items.</param>
/// <param name="TargetIds">The items.</param>
public sealed record ArchiveTask(string TargetType, IReadOnlyList<Guid> TargetIds) : OperationTask(TargetType)
{
    /// <inheritdoc />
    public override IReadOnlyList<Guid> TargetIds { get; } = TargetIds;

    /// <inheritdoc />
    public override string Description => $"Archive {Number(TargetIds.Count, TargetName)}";
}

/// <summary>Writes resources to a file.</summary>
/// <param name="TargetType">Their type.</param>
/// <param name="Ids">The resources; null for all.</param>
public sealed record ExportTask(string TargetType, IReadOnlyList<Guid>? Ids) : OperationTask(TargetType)
{
    /// <inheritdoc />
    public override string Description => Ids is null ? $"Export all {TargetName}s" : $"Export {Number(Ids.Count, TargetName)}";
}
