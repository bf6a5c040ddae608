namespace Domain.Operations;

public enum OperationStatus
{
    Scheduled,
    InProgress,
    Finished,
    Failed,
}

/// <summary>A long-running task, done after the request that created it.</summary>
public sealed class Operation
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public OperationStatus Status { get; set; }

    public string? StatusMessage { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required string Description { get; init; }

    /// <summary>A JSON object with the file that it made; its URL is null where there is none.</summary>
    public string Artifact { get; set; } = """{"url":null}""";

    /// <summary>A sentence for each target that failed.</summary>
    public List<string> ErrorData { get; set; } = [];

    public int ErrorCount { get; set; }

    public string? TargetType { get; init; }

    /// <summary>Always null: there are no employees here.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>The name of what is done, such as <c>update_tag</c>.</summary>
    public required string OperationType { get; init; }

    /// <summary>A JSON object with what is done, and to what, as it was in the request.</summary>
    public required string OperationData { get; init; }

    /// <summary>How many of its targets are done: where an interrupted operation goes on.</summary>
    public int Progress { get; set; }
}
