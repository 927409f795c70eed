namespace AfterSales.Domain.Sla;

/// <summary>A due as a function of the start over a stretch of time: every rule is piecewise linear with slope 0 or 1, so a few pieces say it exactly.</summary>
internal sealed class DueCurve
{
    private readonly List<DuePiece> _pieces = [];

    internal IReadOnlyList<DuePiece> Pieces => _pieces;

    internal static DueCurve Of(long from, long to, DuePieceKind kind, long value)
    {
        DueCurve curve = new();
        curve.Add(new DuePiece(from, to, kind, value));
        return curve;
    }

    /// <summary>
    /// Reads a due off at each candidate and one nanosecond after it, and at the last start before the next. Where the two ends of a stretch do not lie on
    /// one line, it is halved.
    /// </summary>
    internal static DueCurve Sampled(long from, long to, IEnumerable<long> candidates, Func<long, long?> due, CancellationToken cancellation)
    {
        List<long> points = [from];
        points.AddRange(candidates.SelectMany(one => new[] { one, one + 1 }).Where(one => one > from && one < to));
        points.Sort();
        points.Add(to);
        DueCurve curve = new();
        for (int i = 0; i + 1 < points.Count; i++)
        {
            if (points[i] < points[i + 1])
            {
                if (i % 256 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                curve.Read(points[i], points[i + 1], due);
            }
        }

        return curve;
    }

    /// <summary>The earlier, or the later, of two dues; an unset one counts as never in the first case and wins in the second.</summary>
    internal static DueCurve Combined(DueCurve left, DueCurve right, bool earliest)
    {
        DueCurve curve = new();
        foreach ((DuePiece a, DuePiece b) in Joined(left, right))
        {
            if (!a.IsSet || !b.IsSet)
            {
                curve.Add(a.IsSet == earliest ? a : b);
            }
            else if (a.Kind == b.Kind)
            {
                curve.Add(a.Value <= b.Value == earliest ? a : b);
            }
            else
            {
                curve.AddCrossing(a.Kind == DuePieceKind.Moving ? a : b, a.Kind == DuePieceKind.Moving ? b : a, earliest);
            }
        }

        return curve;
    }

    /// <summary>One due for starts inside some spans, another outside them.</summary>
    internal static DueCurve Chosen(DueCurve inside, DueCurve outside, IReadOnlyList<(long Start, long End)> spans)
    {
        DueCurve choice = inside.Choice(spans);
        DueCurve either = new();
        foreach ((DuePiece a, DuePiece b) in Joined(choice, inside))
        {
            if (a.Value == 1)
            {
                either.Add(b);
            }
        }

        foreach ((DuePiece a, DuePiece b) in Joined(choice, outside))
        {
            if (a.Value == 0)
            {
                either.Add(b);
            }
        }

        either._pieces.Sort(static (x, y) => x.From.CompareTo(y.From));
        DueCurve curve = new();
        foreach (DuePiece piece in either._pieces)
        {
            curve.Add(piece);
        }

        return curve;
    }

    /// <summary>The pieces, cut where a span begins or ends, whether or not the due changes its course there.</summary>
    internal IEnumerable<DuePiece> CutAt(IReadOnlyList<(long Start, long End)> spans) => Joined(this, Choice(spans)).Select(one => one.Left);

    /// <summary>The stretches on which neither curve breaks, each with the piece of either; where one curve has no piece there is none.</summary>
    internal static IEnumerable<(DuePiece Left, DuePiece Right)> Joined(DueCurve left, DueCurve right)
    {
        int i = 0;
        int j = 0;
        while (i < left._pieces.Count && j < right._pieces.Count)
        {
            DuePiece a = left._pieces[i];
            DuePiece b = right._pieces[j];
            long from = Math.Max(a.From, b.From);
            long to = Math.Min(a.To, b.To);
            if (from < to)
            {
                yield return (a.Within(from, to), b.Within(from, to));
            }

            i += a.To <= b.To ? 1 : 0;
            j += b.To <= a.To ? 1 : 0;
        }
    }

    /// <summary>The starts, as stretches in order, for which the first due lies after the second, or also at it; starts without one of the two are not compared.</summary>
    internal static IEnumerable<(long From, long To)> After(DueCurve late, DueCurve early, bool orAt)
    {
        int slack = orAt ? 0 : 1;
        foreach ((DuePiece a, DuePiece b) in Joined(late, early))
        {
            if (!a.IsSet || !b.IsSet)
            {
                continue;
            }

            long from = a.From;
            long to = a.To;
            if (a.Kind == b.Kind)
            {
                to = a.Value >= b.Value + slack ? to : from;
            }
            else if (a.Kind == DuePieceKind.Moving)
            {
                from = Math.Max(from, b.Value - a.Value + slack);
            }
            else
            {
                to = Math.Min(to, a.Value - b.Value + 1 - slack);
            }

            if (from < to)
            {
                yield return (from, to);
            }
        }
    }

    internal DuePiece? PieceAt(long start)
    {
        int low = 0;
        int high = _pieces.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            DuePiece piece = _pieces[middle];
            if (start < piece.From)
            {
                high = middle - 1;
            }
            else if (start >= piece.To)
            {
                low = middle + 1;
            }
            else
            {
                return piece;
            }
        }

        return null;
    }

    /// <summary>One inside spans, zero outside them.</summary>
    private DueCurve Choice(IReadOnlyList<(long Start, long End)> spans)
    {
        DueCurve choice = new();
        long at = _pieces[0].From;
        long to = _pieces[_pieces.Count - 1].To;
        foreach ((long start, long end) in spans)
        {
            choice.AddUpTo(ref at, Math.Min(start, to), 0);
            choice.AddUpTo(ref at, Math.Min(end, to), 1);
        }

        choice.AddUpTo(ref at, to, 0);
        return choice;
    }

    private void Read(long from, long to, Func<long, long?> due)
    {
        long last = to - 1;
        long? first = due(from);
        long? end = last == from ? first : due(last);
        if (first is null && end is null)
        {
            Add(new DuePiece(from, to, DuePieceKind.Unset, 0));
        }
        else if (first == end && first is { } instant)
        {
            Add(new DuePiece(from, to, DuePieceKind.Fixed, instant));
        }
        else if (first is { } one && end is { } other && other - one == last - from)
        {
            Add(new DuePiece(from, to, DuePieceKind.Moving, one - from));
        }
        else
        {
            long middle = from + ((to - from) / 2);
            Read(from, middle, due);
            Read(middle, to, due);
        }
    }

    private void AddCrossing(in DuePiece moving, in DuePiece fixedPiece, bool earliest)
    {
        long meet = Math.Min(Math.Max(fixedPiece.Value - moving.Value + 1, moving.From), moving.To);
        Add((earliest ? moving : fixedPiece).Within(moving.From, meet));
        Add((earliest ? fixedPiece : moving).Within(meet, moving.To));
    }

    private void AddUpTo(ref long at, long to, long value)
    {
        if (at < to)
        {
            _pieces.Add(new DuePiece(at, to, DuePieceKind.Fixed, value));
            at = to;
        }
    }

    private void Add(in DuePiece piece)
    {
        if (piece.From >= piece.To)
        {
            return;
        }

        if (_pieces.Count > 0 && Joined(_pieces[_pieces.Count - 1], piece) is { } joined)
        {
            _pieces[_pieces.Count - 1] = joined;
        }
        else
        {
            _pieces.Add(piece);
        }
    }

    /// <summary>Two neighbours as one, if they lie on one line; a piece of one nanosecond lies on every line through its due.</summary>
    private static DuePiece? Joined(in DuePiece last, in DuePiece next)
    {
        if (last.To != next.From || last.IsSet != next.IsSet)
        {
            return null;
        }

        if (last.Kind == next.Kind && last.Value == next.Value)
        {
            return last.Within(last.From, next.To);
        }

        bool nextFits = next.To - next.From == 1 && next.At(next.From) == last.At(next.From);
        bool lastFits = last.To - last.From == 1 && last.At(last.From) == next.At(last.From);
        return nextFits ? last.Within(last.From, next.To) : lastFits ? next.Within(last.From, next.To) : null;
    }
}
