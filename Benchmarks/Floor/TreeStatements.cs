using System.Buffers;
using System.Text;
using JsonApi.Definitions;

namespace Benchmarks.Floor;

/// <summary>
/// The statements that move, delete and sort whole collections, with the effect of rules I1 to I4. By I1 a collection of level 2 has a row
/// for every item below it, so what is below need not be looked at. One transaction each.
/// </summary>
internal sealed class TreeStatements
{
    private readonly FloorConnection _connection;
    private readonly Statement _begin, _commit, _rollback, _find, _move, _removeImplicit, _addImplicit, _empty, _remove, _check, _makeRoom, _sort;
    private readonly ArrayBufferWriter<byte> _answer = new(4096);

    internal TreeStatements(FloorConnection connection)
    {
        _connection = connection;
        // Or what undoes a large statement would stay in memory.
        connection.Prepare("PRAGMA temp_store = FILE").Run();
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _find = connection.Prepare("SELECT parent_id FROM collections WHERE company_id = ?1 AND id = ?2 AND system = 0");
        _move = connection.Prepare("UPDATE collections SET parent_id = ?3, updated_at = ?4 WHERE company_id = ?1 AND id = ?2");
        _removeImplicit = connection.Prepare("""
            DELETE FROM collection_items WHERE rowid IN (
                SELECT row.rowid FROM collection_items gone
                CROSS JOIN collection_items row
                    ON row.company_id = ?1 AND row.collection_id = ?3 AND row.item_id = gone.item_id AND row.implicit = 1
                WHERE gone.company_id = ?1 AND gone.collection_id = ?2 AND NOT EXISTS (
                    SELECT 1 FROM collection_items other
                    CROSS JOIN collections c ON c.company_id = ?1 AND c.id = other.collection_id
                    LEFT JOIN collections p ON p.company_id = ?1 AND p.id = c.parent_id
                    WHERE other.company_id = ?1 AND other.item_id = gone.item_id AND other.implicit = 0
                      AND c.id <> ?2 AND c.parent_id IS NOT ?2 AND (c.parent_id = ?3 OR p.parent_id = ?3)))
            """);
        _addImplicit = connection.Prepare("""
            INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
            SELECT ?1, new_id(), ?3, item_id, 1, ?4, ?4
            FROM (SELECT item_id FROM collection_items WHERE company_id = ?1 AND collection_id = ?2 ORDER BY item_id) WHERE true
            ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
            """);
        _empty = connection.Prepare("DELETE FROM collection_items WHERE company_id = ?1 AND collection_id = ?2");
        _remove = connection.Prepare("DELETE FROM collections WHERE company_id = ?1 AND id = ?2");
        _check = connection.Prepare("""
            SELECT count(DISTINCT row.id) = json_array_length(?2) AND count(DISTINCT row.collection_id) = 1
                AND NOT (SELECT max(system) FROM collections c WHERE c.company_id = ?1 AND c.id = row.collection_id), row.collection_id
            FROM json_each(?2) named CROSS JOIN collection_items row ON row.company_id = ?1 AND row.id = named.value
            """);
        _makeRoom = connection.Prepare("""
            UPDATE collection_items SET position = later.new_position, updated_at = ?4
            FROM (SELECT id, json_array_length(?2) + row_number() OVER (ORDER BY position, created_at, id) AS new_position FROM collection_items
                  WHERE company_id = ?1 AND collection_id = ?3 AND position IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))) later
            WHERE collection_items.company_id = ?1 AND collection_items.id = later.id AND collection_items.position <> later.new_position
            """);
        _sort = connection.Prepare("""
            UPDATE collection_items SET position = named.key + 1, updated_at = ?3 FROM json_each(?2) named
            WHERE collection_items.company_id = ?1 AND collection_items.id = named.value AND position IS NOT named.key + 1
            """);
    }

    /// <summary>The document of the last write, once it is committed.</summary>
    internal void WriteAnswer(IBufferWriter<byte> response) => response.Write(_answer.WrittenSpan);

    /// <summary>Moves a collection of level 2 below another root.</summary>
    internal bool Move(byte[] company, byte[] id, byte[] parent)
    {
        _begin.Run();
        if (Parent(company, id) is not { } old)
            return RollBack();
        _move.Bind(1, company).Bind(2, id).Bind(3, parent).Bind(4, Now()).Run();
        _removeImplicit.Bind(1, company).Bind(2, id).Bind(3, old).Run();
        _addImplicit.Bind(1, company).Bind(2, id).Bind(3, parent).Bind(4, Now()).Run();
        KeepAnswer(company, id);
        _commit.Run();
        return true;
    }

    /// <summary>Deletes a collection of level 2 that has none below it.</summary>
    internal bool Delete(byte[] company, byte[] id)
    {
        _begin.Run();
        if (Parent(company, id) is not { } old)
            return RollBack();
        KeepAnswer(company, id);
        _removeImplicit.Bind(1, company).Bind(2, id).Bind(3, old).Run();
        _empty.Bind(1, company).Bind(2, id).Run();
        _remove.Bind(1, company).Bind(2, id).Run();
        _commit.Run();
        return true;
    }

    /// <summary>Gives the items of a collection the order of a JSON array of their ids.</summary>
    internal bool Sort(byte[] company, byte[] ids)
    {
        _begin.Run();
        _check.Bind(1, company).Bind(2, ids);
        var collection = _check.Step() && _check.Number(0) != 0 ? _check.Text(1).ToArray() : null;
        _check.Reset();
        if (collection is null)
            return RollBack();
        _makeRoom.Bind(1, company).Bind(2, ids).Bind(3, collection).Bind(4, Now()).Run();
        _sort.Bind(1, company).Bind(2, ids).Bind(3, Now()).Run();
        _commit.Run();
        return true;
    }

    private byte[]? Parent(byte[] company, byte[] id)
    {
        _find.Bind(1, company).Bind(2, id);
        var parent = _find.Step() ? _find.Text(0).ToArray() : null;
        _find.Reset();
        return parent;
    }

    private bool RollBack()
    {
        _rollback.Run();
        return false;
    }

    private void KeepAnswer(byte[] company, byte[] id)
    {
        _answer.ResetWrittenCount();
        _connection.Writer.Reset(_answer);
        var row = _connection.Collection.Bind(1, company).Bind(2, id);
        row.Step();
        Documents.WriteCollection(_connection.Writer, row);
        row.Reset();
        _connection.Writer.Flush();
    }

    private static byte[] Now() => Encoding.UTF8.GetBytes(WireText.Write(WireText.Now(TimeProvider.System)));
}
