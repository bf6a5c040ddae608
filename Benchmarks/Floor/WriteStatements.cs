using System.Buffers;
using System.Text;
using JsonApi.Definitions;

namespace Benchmarks.Floor;

/// <summary>The statements of a write, with the effect of rules I1 to I3. One transaction each.</summary>
internal sealed class WriteStatements
{
    private const string Returned = "id, created_at, updated_at, item_id, collection_id, position, implicit";

    private readonly FloorConnection _connection;
    private readonly Statement _begin, _commit, _rollback, _shown, _insert, _imply, _ancestors, _count, _hasSource, _makeImplicit, _remove, _find;
    private readonly ArrayBufferWriter<byte> _answer = new(1024);

    internal WriteStatements(FloorConnection connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _shown = connection.Prepare("""
            SELECT i.show_in_store FROM items i JOIN collections c ON c.company_id = ?1 AND c.id = ?2 AND c.system = 0
            WHERE i.company_id = ?1 AND i.id = ?3 AND i.archived = 0
            """);
        _insert = connection.Prepare($"""
            INSERT INTO collection_items (company_id, id, created_at, updated_at, item_id, collection_id, position, implicit)
            VALUES (?1, ?2, ?3, ?3, ?4, ?5, NULL, 0)
            ON CONFLICT (company_id, collection_id, item_id) DO UPDATE SET implicit = 0, updated_at = excluded.updated_at WHERE implicit = 1
            RETURNING {Returned}
            """);
        _imply = connection.Prepare("""
            INSERT INTO collection_items (company_id, id, created_at, updated_at, item_id, collection_id, position, implicit)
            VALUES (?1, ?2, ?3, ?3, ?4, ?5, NULL, 1) ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
            """);
        _ancestors = connection.Prepare("""
            SELECT c.parent_id, p.parent_id FROM collections c
            LEFT JOIN collections p ON p.company_id = ?1 AND p.id = c.parent_id WHERE c.company_id = ?1 AND c.id = ?2
            """);
        _count = connection.Prepare("UPDATE collections SET item_count = item_count + ?3 WHERE company_id = ?1 AND id = ?2");
        _hasSource = connection.Prepare("""
            SELECT 1 FROM collection_items s JOIN collections c ON c.company_id = ?1 AND c.id = s.collection_id
            LEFT JOIN collections p ON p.company_id = ?1 AND p.id = c.parent_id
            WHERE s.company_id = ?1 AND s.item_id = ?2 AND s.implicit = 0 AND (c.parent_id = ?3 OR p.parent_id = ?3) LIMIT 1
            """);
        _makeImplicit = connection.Prepare("UPDATE collection_items SET implicit = 1, updated_at = ?3 WHERE company_id = ?1 AND id = ?2");
        _remove = connection.Prepare("""
            DELETE FROM collection_items WHERE company_id = ?1 AND collection_id = ?2 AND item_id = ?3 AND implicit = ?4
            """);
        _find = connection.Prepare($"""
            SELECT {Returned}, (SELECT show_in_store FROM items i WHERE i.company_id = ?1 AND i.id = item_id)
            FROM collection_items WHERE company_id = ?1 AND id = ?2
            """);
    }

    /// <summary>The document of the last write, once it is committed.</summary>
    internal void WriteAnswer(IBufferWriter<byte> response) => response.Write(_answer.WrittenSpan);

    /// <summary>The row's id, or null where the item or collection is missing or the item is there already.</summary>
    internal byte[]? Create(byte[] company, byte[] collection, byte[] item, byte[] now)
    {
        _begin.Run();
        _shown.Bind(1, company).Bind(2, collection).Bind(3, item);
        var exists = _shown.Step();
        var shown = exists ? _shown.Number(0) : 0;
        _shown.Reset();
        var id = exists ? Insert(company, collection, item, now) : null;
        if (id is null)
        {
            _rollback.Run();
            return null;
        }

        foreach (var ancestor in Ancestors(company, collection))
            _imply.Bind(1, company).Bind(2, NewId()).Bind(3, now).Bind(4, item).Bind(5, ancestor).Run();
        if (shown != 0)
            _count.Bind(1, company).Bind(2, collection).Bind(3, 1).Run();
        _commit.Run();
        return id;
    }

    internal int Delete(byte[] company, byte[] id)
    {
        _begin.Run();
        _find.Bind(1, company).Bind(2, id);
        var status = !_find.Step() ? StatusCodes.Status404NotFound
            : _find.Number(6) != 0 ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK;
        if (status != StatusCodes.Status200OK)
        {
            _find.Reset();
            _rollback.Run();
            return status;
        }

        KeepAnswer(_find);
        var (item, collection, shown) = (_find.Text(3).ToArray(), _find.Text(4).ToArray(), _find.Number(7));
        _find.Reset();
        if (shown != 0)
            _count.Bind(1, company).Bind(2, collection).Bind(3, -1).Run();
        if (HasSource(company, item, collection))
            _makeImplicit.Bind(1, company).Bind(2, id).Bind(3, Encoding.ASCII.GetBytes(WireText.Write(WireText.Now(TimeProvider.System)))).Run();
        else
            RemoveUpwards(company, item, collection);
        _commit.Run();
        return status;
    }

    private byte[]? Insert(byte[] company, byte[] collection, byte[] item, byte[] now)
    {
        _insert.Bind(1, company).Bind(2, NewId()).Bind(3, now).Bind(4, item).Bind(5, collection);
        byte[]? id = null;
        if (_insert.Step())
        {
            id = _insert.Text(0).ToArray();
            KeepAnswer(_insert);
        }

        _insert.Reset();
        return id;
    }

    private void RemoveUpwards(byte[] company, byte[] item, byte[] collection)
    {
        _remove.Bind(1, company).Bind(2, collection).Bind(3, item).Bind(4, 0).Run();
        foreach (var ancestor in Ancestors(company, collection))
        {
            // What an ancestor still has a source for, or holds itself, all above it have too.
            if (HasSource(company, item, ancestor))
                return;
            _remove.Bind(1, company).Bind(2, ancestor).Bind(3, item).Bind(4, 1).Run();
        }
    }

    private bool HasSource(byte[] company, byte[] item, byte[] collection)
    {
        _hasSource.Bind(1, company).Bind(2, item).Bind(3, collection);
        var found = _hasSource.Step();
        _hasSource.Reset();
        return found;
    }

    /// <summary>Nearest first; at most two, by the depth a collection can have.</summary>
    private List<byte[]> Ancestors(byte[] company, byte[] collection)
    {
        var ancestors = new List<byte[]>(2);
        _ancestors.Bind(1, company).Bind(2, collection);
        if (_ancestors.Step())
            for (var i = 0; i < 2 && !_ancestors.IsNull(i); i++)
                ancestors.Add(_ancestors.Text(i).ToArray());
        _ancestors.Reset();
        return ancestors;
    }

    private void KeepAnswer(Statement row)
    {
        _answer.ResetWrittenCount();
        _connection.Writer.Reset(_answer);
        Reads.WriteOne(_connection.Writer, row);
        _connection.Writer.Flush();
    }

    private static byte[] NewId() => Encoding.ASCII.GetBytes(WireText.Write(Guid.CreateVersion7()));
}
