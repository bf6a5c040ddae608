namespace Api.Import.Tate;

/// <summary>
/// The subjects in the order in which they are written: level by level, siblings together and by name. Subjects and artworks
/// are known here by their number in that order.
/// </summary>
internal sealed class SubjectTree
{
    private readonly Dictionary<int, int> _indexes = [];
    private readonly int[] _parents;

    internal SubjectTree(List<TateSubject> subjects)
    {
        Subjects = new TateSubject[subjects.Count];
        Positions = new int[subjects.Count];
        _parents = new int[subjects.Count];
        var count = 0;
        foreach (var level in subjects.GroupBy(subject => subject.Level).OrderBy(level => level.Key))
            foreach (var siblings in level.GroupBy(subject => ParentIndex(subject)).OrderBy(siblings => siblings.Key))
            {
                var position = 0;
                foreach (var subject in siblings.OrderBy(subject => subject.Name, StringComparer.Ordinal).ThenBy(subject => subject.Id))
                {
                    Subjects[count] = subject;
                    Positions[count] = ++position;
                    _parents[count] = siblings.Key;
                    _indexes.Add(subject.Id, count++);
                }
            }
    }

    internal TateSubject[] Subjects { get; }

    /// <summary>1..n among the siblings.</summary>
    internal int[] Positions { get; }

    /// <summary>-1 for a subject of level 1.</summary>
    internal int Parent(int index) => _parents[index];

    internal int IndexOf(int subjectId) => _indexes[subjectId];

    /// <summary>
    /// The pairs that hold the artworks of <paramref name="holdings"/> one level up: each artwork once in each parent.
    /// </summary>
    internal Holding[] Ancestors(Holding[] holdings)
    {
        var above = new Holding[holdings.Length];
        for (var index = 0; index < holdings.Length; index++)
            above[index] = new Holding(_parents[holdings[index].Subject], holdings[index].Artwork);
        Array.Sort(above);
        return [.. above.Distinct()];
    }

    private int ParentIndex(TateSubject subject) => subject.ParentId is { } parent ? _indexes[parent] : -1;
}

/// <summary>An artwork in a subject; in order of subject, then artwork.</summary>
internal readonly record struct Holding(int Subject, int Artwork) : IComparable<Holding>
{
    public int CompareTo(Holding other) =>
        Subject != other.Subject ? Subject.CompareTo(other.Subject) : Artwork.CompareTo(other.Artwork);

    public static bool operator <(Holding left, Holding right) => left.CompareTo(right) < 0;

    public static bool operator >(Holding left, Holding right) => left.CompareTo(right) > 0;

    public static bool operator <=(Holding left, Holding right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Holding left, Holding right) => left.CompareTo(right) >= 0;
}
