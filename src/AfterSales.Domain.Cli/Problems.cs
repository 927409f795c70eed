using System.Globalization;
using System.Text.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Everything wrong with the input of one run, in the order it was found; the examples are bounded, the count is not.</summary>
internal sealed class Problems
{
    internal const int MostShown = 100;

    private readonly List<Problem> _shown = [];

    internal long Count { get; private set; }

    internal IReadOnlyList<Problem> Shown => _shown;

    internal void Add(Problem problem)
    {
        Count++;
        if (_shown.Count < MostShown)
        {
            _shown.Add(problem);
        }
    }

    internal void AddRange(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            Add(problem);
        }
    }

    /// <summary>Writes them: a line each to the error stream, or one JSON object to the output.</summary>
    internal int Report(Session session, bool asJson)
    {
        if (asJson)
        {
            OutputFormat.WriteObject(session, Write);
            return ExitCode.BadInput;
        }

        foreach (Problem problem in _shown)
        {
            session.Error.WriteLine(problem);
        }

        if (Count > _shown.Count)
        {
            session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {Count - _shown.Count:N0} more"));
        }

        session.Error.WriteLine(Count == 1 ? "1 problem" : string.Create(CultureInfo.InvariantCulture, $"{Count:N0} problems"));
        return ExitCode.BadInput;
    }

    /// <summary>Writes them as members of the JSON object that is being written.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("problemCount", Count);
        json.WriteStartArray("problems");
        foreach (Problem problem in _shown)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.File);
            json.WriteNumber("line", problem.Line);
            json.WriteNumber("column", problem.Column);
            json.WriteString("path", problem.Path);
            json.WriteString("code", problem.Code);
            json.WriteString("found", problem.Found);
            json.WriteString("allowed", problem.Allowed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
