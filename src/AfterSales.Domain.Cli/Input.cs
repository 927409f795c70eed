using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Opens what the command line names: a file, or standard input where the name is <c>-</c>.</summary>
internal static class Input
{
    internal const string Standard = "-";

    private static readonly Phrase AFile = ("allowed is the path of a file, or - for standard input", "应为文件路径，或用 - 表示标准输入");

    /// <summary>The name by which problems call the input.</summary>
    internal static string NameOf(string path) => string.Equals(path, Standard, StringComparison.Ordinal) ? "(standard input)" : path;

    /// <summary>Refuses - for more than one of the inputs of a command, since standard input can be read once.</summary>
    /// <param name="inputs">What the inputs are called, as in "policy, tickets and mapping".</param>
    /// <param name="paths">What was given for them.</param>
    /// <exception cref="BadInputException">Standard input is named more than once.</exception>
    internal static void AllowStandardOnce(Phrase inputs, params IEnumerable<string?> paths)
    {
        if (paths.Count(path => string.Equals(path, Standard, StringComparison.Ordinal)) > 1)
        {
            throw new BadInputException(Problem.OfFile(Standard, "standard-input-twice", ("found - more than once", "- 出现多次"), ($"allowed is one of {inputs.English} from standard input", $"{inputs.Chinese}中只能有一个来自标准输入")));
        }
    }

    /// <exception cref="BadInputException">There is no such file, or it cannot be opened.</exception>
    internal static Stream Open(Session session, string path)
    {
        if (string.Equals(path, Standard, StringComparison.Ordinal))
        {
            return session.OpenInput();
        }

        if (path.Length == 0)
        {
            throw new BadInputException(Problem.OfFile("\"\"", "no-name", ("found no name of a file", "未给出文件名"), AFile));
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(Problem.OfFile(path, "no-such-file", ("found no such file", "没有此文件"), AFile));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(Directory.Exists(path)
                ? Problem.OfFile(path, "is-folder", ("found a folder", "这是文件夹"), AFile)
                : Problem.OfFile(path, "cannot-open", ($"it cannot be opened ({error.Message})", $"无法打开（{error.Message}）"), ("allowed is a file that can be read, or - for standard input", "应为可读取的文件，或用 - 表示标准输入")));
        }
    }

    /// <summary>Whether a stream is at fault; one that is closed tells of a denied access.</summary>
    internal static bool IsOfStreams(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>What is told of a file that opens and then cannot be read.</summary>
    internal static Problem CannotRead(string name, Exception error) => Problem.OfFile(
        name, "cannot-read", ($"it cannot be read on ({error.Message})", $"无法继续读取（{error.Message}）"), ("allowed is a file that can be read to its end", "应为可以完整读取的文件"));

    /// <summary>Reads a document whole; one that is too large is cut just behind the bound, where its check refuses it.</summary>
    /// <exception cref="BadInputException">There is no such file, or it cannot be read.</exception>
    internal static async Task<byte[]> ReadDocumentAsync(Session session, string path, CancellationToken cancellation)
    {
        Stream stream = Open(session, path);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] buffer = new byte[1 << 16];
            try
            {
                int read;
                while (bytes.Length <= DocumentParser.MostBytesOfTally && (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
                {
                    await bytes.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                }
            }
            catch (Exception error) when (IsOfStreams(error))
            {
                throw new BadInputException(CannotRead(NameOf(path), error));
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
