using AfterSales.Domain.Samples;

// dotnet run --project docs/samples/generate -- docs/samples/tickets.csv
// dotnet run --project docs/samples/generate -- docs/samples/answers.csv
if (args is not [var path] || Path.GetFileName(path) is not ("tickets.csv" or "answers.csv"))
{
    await Console.Error.WriteLineAsync("Give the file to write: docs/samples/tickets.csv or docs/samples/answers.csv.").ConfigureAwait(false);
    return 2;
}

string text = string.Equals(Path.GetFileName(path), "answers.csv", StringComparison.Ordinal) ? SampleAnswers.Csv() : SampleTickets.Csv();
await File.WriteAllTextAsync(path, text).ConfigureAwait(false);
return 0;
