using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>
/// Every group of requests that some conditions can tell apart: the product of the dimensions that they mention. Values that no condition mentions stand
/// together for one, except in ordered dimensions, where each is compared with its neighbours.
/// </summary>
internal sealed class RequestSpace
{
    internal const int MaximumGroups = 1_000_000;

    internal static readonly ServiceRequest Blank = new(RequestKind.Repair);

    private readonly string?[][] _values;
    private readonly int[] _steps;

    private RequestSpace(RequestDimension[] dimensions, string?[][] values)
    {
        Dimensions = dimensions;
        _values = values;
        _steps = new int[values.Length];
        int count = 1;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            _steps[i] = count;
            count *= values[i].Length;
        }

        Count = count;
    }

    internal IReadOnlyList<RequestDimension> Dimensions { get; }

    internal int Count { get; }

    /// <summary>The space of some conditions; null when it has more than <see cref="MaximumGroups"/> groups.</summary>
    internal static RequestSpace? Of(IEnumerable<RequestCondition> conditions)
    {
        IReadOnlyList<DimensionMention> mentions = RequestCondition.DimensionsOf(conditions);
        string?[][] values = [.. mentions.Select(ValuesOf)];
        long count = 1;
        foreach (string?[] list in values)
        {
            count *= list.Length;
            if (count > MaximumGroups)
            {
                return null;
            }
        }

        return new RequestSpace([.. mentions.Select(mention => mention.Dimension)], values);
    }

    /// <summary>Each group's request, in the order of their indices.</summary>
    internal IEnumerable<ServiceRequest> Requests() => RequestsFrom(Blank, 0);

    internal ServiceRequest RequestAt(int index)
    {
        ServiceRequest request = Blank;
        for (int i = 0; i < _values.Length; i++)
        {
            request = request.With(Dimensions[i], _values[i][index / _steps[i] % _values[i].Length]);
        }

        return request;
    }

    /// <summary>Pairs of groups that differ in exactly one ordered dimension, the second more demanding; pairs with an unranked value only on wish, both ways round.</summary>
    internal IEnumerable<(int Less, int More, RequestDimension Dimension)> OrderedPairs(bool bothWays)
    {
        for (int d = 0; d < _values.Length; d++)
        {
            if (!Dimensions[d].IsOrdered)
            {
                continue;
            }

            int ranked = bothWays ? _values[d].Length : Dimensions[d].Ranking.Count;
            for (int index = 0; index < Count; index++)
            {
                int value = index / _steps[d] % _values[d].Length;
                for (int other = bothWays ? 0 : value + 1; other < ranked; other++)
                {
                    if (other != value)
                    {
                        yield return (index, index + ((other - value) * _steps[d]), Dimensions[d]);
                    }
                }
            }
        }
    }

    internal string Words(ServiceRequest request, bool chinese)
    {
        string? format = chinese ? "zh" : "en";
        return Dimensions.Count == 0
            ? (chinese ? "任何请求" : "any request")
            : string.Join(chinese ? "、" : ", ", Dimensions.Select(dimension => dimension.Describe(dimension.ValueOf(request), format)));
    }

    private static string?[] ValuesOf(DimensionMention mention)
    {
        RequestDimension dimension = mention.Dimension;
        if (dimension.IsOrdered)
        {
            return [.. dimension.Ranking, .. dimension.Values.Where(value => dimension.RankOf(value) is null)];
        }

        if (!dimension.IsFinite)
        {
            return [.. mention.Representatives];
        }

        // The last stands for all that are not mentioned; "unknown" only when nothing else is left.
        string? other = dimension.Values.Skip(1).Append(dimension.Values[0]).FirstOrDefault(value => !mention.Values.Contains(value, StringComparer.Ordinal));
        return other is null ? [.. mention.Values] : [.. mention.Values, other];
    }

    private IEnumerable<ServiceRequest> RequestsFrom(ServiceRequest request, int dimension)
    {
        if (dimension == _values.Length)
        {
            yield return request;
            yield break;
        }

        foreach (string? value in _values[dimension])
        {
            foreach (ServiceRequest one in RequestsFrom(request.With(Dimensions[dimension], value), dimension + 1))
            {
                yield return one;
            }
        }
    }
}
