using System.Globalization;
using System.Text;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;

namespace Api.Operations;

/// <summary>Resources as lines of a CSV file: the id, then the attributes that a list of them has.</summary>
/// <param name="output">Where to.</param>
/// <param name="baseUrl">What is written before URLs that are stored as paths.</param>
internal sealed class CsvRows(TextWriter output, string baseUrl)
{
    private const string NewLine = "\r\n";

    internal static void WriteNames(TextWriter output, ResourceNode node) =>
        output.Write(string.Join(',', node.Variants[0].Fields.Select(field => field.Attribute!.Name).Prepend("id")) + NewLine);

    internal void Write(ResourceNode node, ResultTable table, int row)
    {
        output.Write(Encoding.UTF8.GetString(table.Text(row, node.IdColumn)));
        foreach (var field in node.Variants[0].Fields)
        {
            output.Write(',');
            output.Write(Field(field, table, row));
        }
        output.Write(NewLine);
    }

    private string Field(FieldPlan field, ResultTable table, int row)
    {
        var attribute = field.Attribute!;
        if (attribute.IsComposed)
            return CsvText.Value(Composed(field, table, row));
        var (column, value) = (field.Columns[0], Value(table, row, field.Columns[0]));
        return table.Kind(row, column) switch
        {
            CellKind.Integer when attribute.Type == WireType.Boolean => value == "0" ? "false" : "true",
            CellKind.Text when attribute.IsUrl => CsvText.Of(Url(value)),
            CellKind.Text when attribute.Type == WireType.Array => CsvText.Of(string.Join(", ", JsonSerializer.Deserialize<List<string>>(value)!)),
            CellKind.Text when attribute.Type == WireType.String => CsvText.Of(value),
            _ => CsvText.Value(value),
        };
    }

    /// <summary>The JSON object of several values.</summary>
    private string Composed(FieldPlan field, ResultTable table, int row)
    {
        var template = field.Attribute!.Template;
        var text = new StringBuilder(Encoding.UTF8.GetString(template[0].Span));
        for (var i = 0; i < field.Columns.Length; i++)
        {
            var isNull = table.IsNull(row, field.Columns[i]);
            text.Append(isNull ? "null" : JsonSerializer.Serialize(field.Attribute.IsUrl ? Url(Value(table, row, field.Columns[i])) : Value(table, row, field.Columns[i])));
            text.Append(Encoding.UTF8.GetString(template[i + 1].Span));
        }
        return text.ToString();
    }

    private string Url(string value) =>
        value.StartsWith('/') && !value.StartsWith("//", StringComparison.Ordinal) ? baseUrl + value : value;

    private static string Value(ResultTable table, int row, int column) => table.Kind(row, column) switch
    {
        CellKind.Null => "",
        CellKind.Integer => table.Integer(row, column).ToString(CultureInfo.InvariantCulture),
        CellKind.Real => table.Real(row, column).ToString(CultureInfo.InvariantCulture),
        _ => Encoding.UTF8.GetString(table.Text(row, column)),
    };
}
