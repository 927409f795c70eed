using AfterSales.Domain.Samples;

// dotnet run --project docs/samples/generate -- docs/samples/tickets.csv
if (args is not [var path])
{
    await Console.Error.WriteLineAsync("Give the file to write, such as docs/samples/tickets.csv.").ConfigureAwait(false);
    return 2;
}

await File.WriteAllTextAsync(path, SampleTickets.Csv()).ConfigureAwait(false);
return 0;
