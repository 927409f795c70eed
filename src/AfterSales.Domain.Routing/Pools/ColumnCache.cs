using System.Collections.Concurrent;

namespace AfterSales.Domain.Routing;

/// <summary>Columns of a pool that are made when an item first asks for them and then kept.</summary>
/// <remarks>Safe for use by several threads: two that ask at once make equal columns, and one of them stays.</remarks>
internal sealed class ColumnCache<TKey, TColumn>(Func<TKey, TColumn> make, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TColumn : class
{
    private readonly ConcurrentDictionary<TKey, TColumn> _columns = new(comparer);

    internal TColumn this[TKey key] => _columns.TryGetValue(key, out TColumn? found) ? found : _columns.GetOrAdd(key, make);
}
