using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Reads the request of a row. Rows with the same values give the same object.</summary>
internal sealed class RequestReader(RequestMapping mapping, ColumnSet columns, RowCounts remarks)
{
    private ServiceRequest _last = new(RequestKind.Unknown);
    private string?[] _lastCells = [];

    internal ServiceRequest Read(LogRow row, string ticket)
    {
        string?[] cells = [.. mapping.Dimensions.Select(source => source.Column is { } column ? columns.Cell(row, column) : null),
            mapping.SiteCalendarColumn is { } site ? columns.Cell(row, site) : null,
            mapping.CustomerCalendarColumn is { } customer ? columns.Cell(row, customer) : null];
        if (_lastCells.AsSpan().SequenceEqual(cells))
        {
            return _last;
        }

        bool isClean = true;
        ServiceRequest request = new(RequestKind.Unknown);
        for (int i = 0; i < mapping.Dimensions.Count; i++)
        {
            DimensionSource source = mapping.Dimensions[i];
            string? value = ValueOf(source, cells[i]);
            if (value is not null)
            {
                request = request.With(source.Dimension, value);
            }
            else if (cells[i] is { } cell)
            {
                isClean = false;
                remarks.Add(new(
                    "unknown-value", $"{source.Column} is {Quoting.Quoted(cell)}, for which the mapping has no {source.Dimension}; it stays unknown",
                    $"{source.Column} 为 {Quoting.Quoted(cell)}，映射中没有对应的 {source.Dimension}；按未知处理"), ticket, row.Line);
            }
        }

        request = request.WithSiteCalendar(cells[^2]).WithCustomerCalendar(cells[^1]);
        // A row with a value that has to be remarked is read anew the next time, so that it is remarked again.
        (_last, _lastCells) = (request, isClean ? cells : []);
        return request;
    }

    private static string? ValueOf(DimensionSource source, string? cell)
    {
        if (source.Column is null || cell is null)
        {
            return source.Otherwise;
        }

        return source.Values is { } values
            ? values.GetValueOrDefault(cell) ?? source.Otherwise
            : source.Dimension.Allows(cell) ? cell : source.Otherwise;
    }
}
