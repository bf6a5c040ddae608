using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering.Hal;

/// <summary>One row, for members that are computed.</summary>
public readonly struct HalRow
{
    private readonly ResultTable _table;
    private readonly NodeVariant _variant;
    private readonly int _row;

    internal HalRow(ResultTable table, NodeVariant variant, int row) => (_table, _variant, _row) = (table, variant, row);

    /// <summary>The number that an attribute holds; null for null.</summary>
    public double? Number(string attribute)
    {
        var column = Field(_variant, attribute).Columns[0];
        return _table.Kind(_row, column) switch
        {
            CellKind.Null => null,
            CellKind.Integer => _table.Integer(_row, column),
            _ => _table.Real(_row, column),
        };
    }

    internal static FieldPlan Field(NodeVariant variant, string attribute) =>
        variant.Fields.FirstOrDefault(field => field.Attribute?.Name == attribute)
        ?? throw new InvalidOperationException($"{variant.Definition.Type} has no attribute '{attribute}'.");
}
