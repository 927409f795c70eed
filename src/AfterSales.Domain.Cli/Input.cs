using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Opens what the command line names: a file, or standard input where the name is <c>-</c>.</summary>
internal static class Input
{
    internal const string Standard = "-";

    /// <summary>The name by which problems call the input.</summary>
    internal static string NameOf(string path) => string.Equals(path, Standard, StringComparison.Ordinal) ? "(standard input)" : path;

    /// <summary>Refuses - for more than one of the inputs of a command, since standard input can be read once.</summary>
    /// <param name="inputs">What the inputs are called, as in "policy, tickets and mapping".</param>
    /// <param name="paths">What was given for them.</param>
    /// <exception cref="BadInputException">Standard input is named more than once.</exception>
    internal static void AllowStandardOnce(string inputs, params IEnumerable<string?> paths)
    {
        if (paths.Count(path => string.Equals(path, Standard, StringComparison.Ordinal)) > 1)
        {
            throw new BadInputException(Problem.OfFile(Standard, "standard-input-twice", "found - more than once", $"allowed is one of {inputs} from standard input"));
        }
    }

    /// <exception cref="BadInputException">There is no such file, or it cannot be opened.</exception>
    internal static Stream Open(Session session, string path)
    {
        if (string.Equals(path, Standard, StringComparison.Ordinal))
        {
            return session.OpenInput();
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(Problem.OfFile(path, "no-such-file", "found no such file", "allowed is the path of a file, or - for standard input"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(Directory.Exists(path)
                ? Problem.OfFile(path, "is-folder", "found a folder", "allowed is the path of a file, or - for standard input")
                : Problem.OfFile(path, "cannot-open", $"it cannot be opened ({error.Message})", "allowed is a file that can be read, or - for standard input"));
        }
    }

    /// <summary>Reads a document whole; one that is too large is cut just behind the bound, where its check refuses it.</summary>
    /// <exception cref="BadInputException">There is no such file, or it cannot be read.</exception>
    internal static async Task<byte[]> ReadDocumentAsync(Session session, string path, CancellationToken cancellation)
    {
        Stream stream = Open(session, path);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] buffer = new byte[1 << 16];
            int read;
            while (bytes.Length <= DocumentParser.MostBytes && (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                await bytes.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }

            return bytes.ToArray();
        }
    }

    /// <summary>Reads a document of a known kind.</summary>
    /// <exception cref="BadInputException">There is no such file, it cannot be read, or the document has problems.</exception>
    internal static async Task<T> ReadAsync<T>(Session session, string path, Func<byte[], DocumentReading<T>> read, CancellationToken cancellation)
        where T : class
    {
        Problems problems = new();
        T? value = await TryReadAsync(session, path, read, problems, cancellation).ConfigureAwait(false);
        return value ?? throw new BadInputException(problems);
    }

    /// <summary>As <see cref="ReadAsync"/>, but adds the problems to a list, so that those of several documents are told at once.</summary>
    internal static async Task<T?> TryReadAsync<T>(Session session, string path, Func<byte[], DocumentReading<T>> read, Problems problems, CancellationToken cancellation)
        where T : class
    {
        try
        {
            DocumentReading<T> reading = read(await ReadDocumentAsync(session, path, cancellation).ConfigureAwait(false));
            problems.AddRange(Telling(reading.Findings).Select(finding => Problem.Of(NameOf(path), finding)));
            return reading.Succeeded ? reading.Value : null;
        }
        catch (BadInputException bad)
        {
            problems.AddRange(bad.Problems.Shown);
            return null;
        }
    }

    /// <summary>Of a document of another kind only that: what its members should have been here is of no use.</summary>
    private static IEnumerable<DocumentFinding> Telling(IReadOnlyList<DocumentFinding> findings) =>
        findings.FirstOrDefault(one => string.Equals(one.Path, "$.format", StringComparison.Ordinal) && DocumentKinds.All.Any(kind => string.Equals(one.Found, $"found \"{kind.Format}\"", StringComparison.Ordinal))) is { } other
            ? [other]
            : findings;
}
