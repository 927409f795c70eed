using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Cli.Html;

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
    internal int Report(Session session, string language, bool asJson)
    {
        if (asJson)
        {
            OutputFormat.WriteObject(session, Write);
            return ExitCode.BadInput;
        }

        PageWords words = new(language);
        foreach (Problem problem in _shown)
        {
            session.Error.WriteLine(problem.In(language));
        }

        if (Count > _shown.Count)
        {
            string more = (Count - _shown.Count).ToString("N0", CultureInfo.InvariantCulture);
            session.Error.WriteLine(words.Say($"… and {more} more", $"……另有 {more} 个"));
        }

        string count = Count.ToString("N0", CultureInfo.InvariantCulture);
        session.Error.WriteLine(words.Say(Count == 1 ? "1 problem" : $"{count} problems", $"{count} 个问题"));
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
            Write(json, "found", problem.Found);
            Write(json, "allowed", problem.Allowed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Phrase phrase)
    {
        json.WriteString(name, phrase.English);
        if (phrase.Chinese is { } chinese)
        {
            json.WriteString(name + "Zh", chinese);
        }
    }
}
