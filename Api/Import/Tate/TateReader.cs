namespace Api.Import.Tate;

/// <summary>
/// The four files as checked records. Each file is checked against the ones before it, so they are read in the order of the
/// methods here, each once and to its end.
/// </summary>
internal sealed class TateReader(TateFolder folder, RefusedRows refused, Action<TateProgress> progress)
{
    private const int RowsPerReport = 512;

    private readonly KnownIds _artistIds = new(TateFolder.Artists);
    private readonly KnownIds _subjectIds = new(TateFolder.Subjects);
    private readonly KnownIds _artworkIds = new(TateFolder.Artworks);
    private readonly Dictionary<int, string> _artistNames = [];
    private readonly Dictionary<int, int> _levels = [];

    internal int ReadArtists()
    {
        using var table = folder.Open(TateFolder.Artists, "id", "name", "gender", "birth_year", "death_year");
        foreach (var row in Rows(table, "artists"))
        {
            var id = row.Id("id");
            _artistIds.CheckNew(row, id);
            var name = row.Required("name");
            row.CheckYear("birth_year");
            row.CheckYear("death_year");
            if (Decide(table, row, _artistIds, id))
                _artistNames.Add(id!.Value, name);
        }
        return _artistNames.Count;
    }

    /// <summary>The tree, parents before children.</summary>
    internal List<TateSubject> ReadSubjects()
    {
        var problems = new SortedDictionary<int, string>();
        var candidates = ReadSubjectRows(problems, out var fileName);
        var subjects = new List<TateSubject>(candidates.Count);
        foreach (var subject in candidates.Values.OrderBy(subject => subject.Level).ThenBy(subject => subject.Line))
        {
            if (ParentProblem(subject, candidates) is { } problem)
            {
                problems[subject.Line] = problem;
                _subjectIds.Refuse(subject.Id, subject.Line);
                continue;
            }
            _subjectIds.Accept(subject.Id, subject.Line);
            _levels.Add(subject.Id, subject.Level);
            subjects.Add(subject);
        }
        foreach (var (line, problem) in problems)
            refused.Add(fileName, line, problem);
        return subjects;
    }

    internal IEnumerable<TateArtwork> ReadArtworks()
    {
        var accessionLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var urlLines = new Dictionary<string, int>(StringComparer.Ordinal);
        using var table = folder.Open(
            TateFolder.Artworks, "id", "accession_number", "title", "artist_id", "medium", "date_text", "year",
            "width_mm", "height_mm", "depth_mm", "credit_line", "thumbnail_url", "url");
        foreach (var row in Rows(table, "artworks"))
        {
            var id = row.Id("id");
            _artworkIds.CheckNew(row, id);
            var artwork = ReadArtwork(row, id ?? -1);
            CheckUnique(row, "accession_number", artwork.AccessionNumber, accessionLines);
            CheckUnique(row, "url", artwork.Url, urlLines);
            if (!Decide(table, row, _artworkIds, id))
                continue;
            accessionLines.Add(artwork.AccessionNumber, row.Line);
            if (artwork.Url is not null)
                urlLines.Add(artwork.Url, row.Line);
            yield return artwork;
        }
    }

    internal IEnumerable<TateLink> ReadLinks()
    {
        var seen = new HashSet<TateLink>();
        using var table = folder.Open(TateFolder.Links, "artwork_id", "subject_id");
        foreach (var row in Rows(table, "links"))
        {
            var artwork = row.Id("artwork_id");
            var subject = row.Id("subject_id");
            _artworkIds.CheckReference(row, "artwork_id", artwork);
            _subjectIds.CheckReference(row, "subject_id", subject);
            if (subject is { } id && _levels.TryGetValue(id, out var level) && level != 3)
                row.Problem($"subject_id {id} is of level {level}, artworks are placed in level 3");
            var link = new TateLink(artwork ?? -1, subject ?? -1);
            if (row.Accepted && !seen.Add(link))
                row.Problem($"artwork_id {link.ArtworkId} with subject_id {link.SubjectId} is there twice");
            if (row.Accepted)
                yield return link;
            else
                refused.Add(table.Name, row.Line, row.Reason);
        }
    }

    private Dictionary<int, TateSubject> ReadSubjectRows(SortedDictionary<int, string> problems, out string fileName)
    {
        var candidates = new Dictionary<int, TateSubject>();
        using var table = folder.Open(TateFolder.Subjects, "id", "parent_id", "level", "name");
        fileName = table.Name;
        foreach (var row in Rows(table, "subjects"))
        {
            var id = row.Id("id");
            if (id is { } known && candidates.TryGetValue(known, out var first))
                row.Problem($"id {known} is already on line {first.Line}");
            var parentId = row.OptionalId("parent_id");
            var level = row.Id("level");
            var name = row.Required("name");
            if (level is { } number && number is < 1 or > 3)
                row.Problem($"level {number} is not 1, 2 or 3");
            else if (level is not null && parentId is null != (level == 1))
                row.Problem(level == 1 ? "level 1 with a parent_id" : $"level {level} without a parent_id");
            if (row.Accepted)
            {
                candidates.Add(id!.Value, new TateSubject(id.Value, parentId, level!.Value, name, row.Line));
                continue;
            }
            problems[row.Line] = row.Reason;
            _subjectIds.Refuse(id, row.Line);
        }
        return candidates;
    }

    private string? ParentProblem(TateSubject subject, Dictionary<int, TateSubject> candidates)
    {
        if (subject.ParentId is not { } parentId)
            return null;
        if (candidates.TryGetValue(parentId, out var parent) && parent.Level != subject.Level - 1)
            return $"parent_id {parentId} is of level {parent.Level}, the parent of a level {subject.Level} subject is of level {subject.Level - 1}";
        return _subjectIds.Absence(parentId) is { } absence ? $"parent_id {parentId} {absence}" : null;
    }

    private TateArtwork ReadArtwork(CsvRow row, int id)
    {
        var artistId = row.Id("artist_id");
        _artistIds.CheckReference(row, "artist_id", artistId);
        row.CheckYear("year");
        return new TateArtwork(id, artistId ?? -1)
        {
            ArtistName = artistId is { } artist && _artistNames.TryGetValue(artist, out var name) ? name : "",
            AccessionNumber = row.Required("accession_number"),
            Title = row.Required("title"),
            Medium = row.Optional("medium"),
            DateText = row.Optional("date_text"),
            Width = row.Millimetres("width_mm"),
            Height = row.Millimetres("height_mm"),
            Depth = row.Millimetres("depth_mm"),
            CreditLine = row.Optional("credit_line"),
            ThumbnailUrl = row.OptionalUrl("thumbnail_url"),
            Url = row.OptionalUrl("url"),
        };
    }

    private static void CheckUnique(CsvRow row, string column, string? value, Dictionary<string, int> lines)
    {
        if (value is not null && lines.TryGetValue(value, out var line))
            row.Problem($"{column} \"{value}\" is already on line {line}");
    }

    private bool Decide(CsvTable table, CsvRow row, KnownIds ids, int? id)
    {
        if (row.Accepted)
        {
            ids.Accept(id!.Value, row.Line);
            return true;
        }
        ids.Refuse(id, row.Line);
        refused.Add(table.Name, row.Line, row.Reason);
        return false;
    }

    private IEnumerable<CsvRow> Rows(CsvTable table, string stage)
    {
        var count = 0;
        foreach (var row in table.Rows())
        {
            if (count++ % RowsPerReport == 0)
                progress(new TateProgress(stage, table.Progress));
            yield return row;
        }
        progress(new TateProgress(stage, 1));
    }
}
