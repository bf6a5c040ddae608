using System.Text;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;
using Persistence.Writes.Operations;

namespace Api.Operations;

/// <summary>
/// One export under way: the pages of a list, written to a file one after the other, so that it takes as much memory for a hundred
/// resources as for a million. It is begun anew where it is broken off.
/// </summary>
internal sealed class ExportRun : IDisposable
{
    /// <summary>Resources of a page, and so of a statement.</summary>
    private const int PageSize = 100;

    /// <summary>How many pages are written before another company has its turn.</summary>
    private const int PagesPerStep = 20;

    private readonly ExportTask _task;
    private readonly QueryCall _call;
    private readonly QueryPipeline _pipeline;
    private readonly FileStream _file;
    private readonly StreamWriter _output;
    private readonly CsvRows _rows;
    private readonly Queue<Guid[]> _chunks;
    private string _cursor = "";
    private bool _isBegun;

    internal ExportRun(ExportTask task, QueryCall call, QueryPipeline pipeline, FileStream file, string baseUrl)
    {
        (_task, _call, _pipeline, _file) = (task, call, pipeline, file);
        _output = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        _rows = new CsvRows(_output, baseUrl);
        _chunks = new Queue<Guid[]>(task.Ids?.Chunk(PageSize) ?? []);
    }

    /// <summary>A sentence for each resource that is not there.</summary>
    internal List<string> Errors { get; } = [];

    /// <summary>The path of the file.</summary>
    internal string Path => _file.Name;

    /// <summary>Writes some pages; returns whether these were the last.</summary>
    internal async ValueTask<bool> StepAsync(CancellationToken cancellation)
    {
        for (var page = 0; page < PagesPerStep; page++)
            if (!await (_task.Ids is null ? WritePageAsync(cancellation) : WriteChunkAsync(_chunks.Dequeue(), cancellation)))
                return true;
        return false;
    }

    /// <summary>Writes the file to the disk, whole.</summary>
    internal void Close()
    {
        _output.Dispose();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
    }

    /// <summary>Drops the file, unless it was moved.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(Path);
    }

    /// <summary>Writes the next page of all; returns whether there are more.</summary>
    private async ValueTask<bool> WritePageAsync(CancellationToken cancellation)
    {
        var (plan, rows) = await ReadAsync($"sort=created_at&page[size]={PageSize}&page[after]={_cursor}", cancellation);
        using (rows)
        {
            for (var row = 0; row < rows.Primary.Count; row++)
                _rows.Write(plan.Rows.Root!, rows.Primary, row);
            if (rows.HasMore)
                _cursor = RowCursors.Of(plan, rows, rows.Primary.Count - 1);
            return rows.HasMore;
        }
    }

    /// <summary>Writes the resources that have the ids, in their order; returns whether there are more.</summary>
    private async ValueTask<bool> WriteChunkAsync(Guid[] ids, CancellationToken cancellation)
    {
        var (plan, rows) = await ReadAsync($"filter[id]={string.Join(',', ids)}&page[size]={PageSize}", cancellation);
        using (rows)
        {
            var node = plan.Rows.Root!;
            var found = Enumerable.Range(0, rows.Primary.Count).ToDictionary(row => WireId.Read(rows.Primary.Text(row, node.IdColumn)).Value);
            foreach (var id in ids)
                if (found.TryGetValue(id, out var row))
                    _rows.Write(node, rows.Primary, row);
                else
                    Errors.Add(_task.NotFound(id));
        }
        return _chunks.Count > 0;
    }

    private async ValueTask<(QueryPlan Plan, QueryResult Rows)> ReadAsync(string query, CancellationToken cancellation)
    {
        var read = await _pipeline.ReadAsync(_call with { Query = query }, cancellation);
        if (!read.TryGet(out var page))
            throw new InvalidOperationException(read.Errors[0].Detail);
        if (!_isBegun)
            CsvRows.WriteNames(_output, page.Plan.Rows.Root!);
        _isBegun = true;
        return page;
    }
}
