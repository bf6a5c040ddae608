using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace JsonApi.Execution;

/// <summary>A stage of a pipeline, in the order that requests pass them.</summary>
public enum Stage
{
    /// <summary>Reading the body.</summary>
    Read,

    /// <summary>Text to a request.</summary>
    Parse,

    /// <summary>Request to a plan.</summary>
    Plan,

    /// <summary>The rules of a body.</summary>
    Validate,

    /// <summary>Storing the images of a body.</summary>
    StoreImages,

    /// <summary>Running the plan in the store, or the write transaction with the wait for its turn.</summary>
    Execute,

    /// <summary>Rows to a document.</summary>
    Render,
}

/// <summary>How long each stage of one request took, and how many statements the store ran.</summary>
public struct StageTimes
{
    private long _last;
    private Durations _durations;

    /// <summary>Starts the clock of the first stage.</summary>
    public static StageTimes Start() => new() { _last = Stopwatch.GetTimestamp() };

    /// <summary>Statements the store ran.</summary>
    public int Statements { get; set; }

    /// <summary>How long a stage took; zero where the request did not reach it.</summary>
    public readonly TimeSpan this[Stage stage] => Stopwatch.GetElapsedTime(0, _durations[(int)stage]);

    /// <summary>Ends a stage; the next one begins.</summary>
    public void End(Stage stage)
    {
        var now = Stopwatch.GetTimestamp();
        _durations[(int)stage] += now - _last;
        _last = now;
    }

    [InlineArray((int)Stage.Render + 1)]
    private struct Durations
    {
        private long _first;
    }
}
