namespace AfterSales.Domain.Sla;

/// <summary>The first few of many in an order, however they arrive: keeping those of parts and merging gives those of the whole.</summary>
internal sealed class KeptFew<T>
    where T : class
{
    private readonly int _most;
    private readonly List<T> _kept = [];
    private readonly Comparison<T> _order;
    private bool _isSorted = true;

    internal KeptFew(int most, Comparison<T> order)
    {
        _most = most;
        _order = order;
    }

    internal IReadOnlyList<T> InOrder
    {
        get
        {
            Settle();
            return _kept.ToArray();
        }
    }

    /// <summary>Gets the last that is kept when the list is full; null while there is room for more.</summary>
    internal T? Last
    {
        get
        {
            if (_kept.Count < _most)
            {
                return null;
            }

            Settle();
            return _kept.LastOrDefault();
        }
    }

    internal void Add(T one)
    {
        if (_most == 0)
        {
            return;
        }

        _kept.Add(one);
        _isSorted = false;
        if (_kept.Count > _most)
        {
            Settle();
        }
    }

    internal void Merge(KeptFew<T> other)
    {
        foreach (T one in other._kept)
        {
            Add(one);
        }
    }

    private void Settle()
    {
        if (!_isSorted)
        {
            _kept.Sort(_order);
            _isSorted = true;
        }

        if (_kept.Count > _most)
        {
            _kept.RemoveRange(_most, _kept.Count - _most);
        }
    }
}
