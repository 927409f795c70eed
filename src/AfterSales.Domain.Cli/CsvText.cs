using System.Globalization;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using CsvHelper;

namespace AfterSales.Domain.Cli;

/// <summary>What holds for any CSV file, whatever its columns mean: how it is opened and what is said of it.</summary>
internal static class CsvText
{
    // A longer row is a forgotten quote, which would otherwise swallow the rest of the file.
    private const int LargestRow = 1 << 20;

    private static Phrase Nothing { get; } = ("found nothing", "文件为空");

    internal static Phrase EachOnce { get; } = ("allowed is each name once", "每个列名只能出现一次");

    internal static Phrase NoUtf8 { get; } = ("found bytes that are no UTF-8", "含有非 UTF-8 的字节");

    internal static Phrase Utf8 { get; } = ("allowed is UTF-8; convert files in GBK and other encodings first", "应为 UTF-8；请先转换 GBK 等其他编码的文件");

    /// <summary>Opens a file, plain or gzip, which is known by its first two bytes and not by the name, so that it works on standard input too.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    internal static CsvReader Open(Stream raw, string name, char separator, Action<CsvMalformedRecord> malformed) => Step(name, () => CsvReader.Create(Unpacked(raw), new CsvReaderOptions
    {
        Separator = separator,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRow,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = malformed,
    }));

    /// <summary>Reads the names of the columns.</summary>
    /// <exception cref="BadInputException">There are none, or they are no text.</exception>
    internal static string[] Header(CsvReader csv, string name, Phrase needed)
    {
        string[] header = Step(name, () =>
        {
            csv.ReadHeader();
            return csv.Headers.ToArray();
        });
        return header.Length == 0 ? throw new BadInputException(Problem.OfFile(name, "empty-file", Nothing, needed))
            : Array.Exists(header, column => column.Contains('\uFFFD', StringComparison.Ordinal)) ? throw new BadInputException(Problem.OfLine(name, 1, "", "not-utf8", NoUtf8, Utf8))
            : header;
    }

    /// <summary>Takes a step through a file.</summary>
    /// <exception cref="BadInputException">The file is damaged or cannot be read on.</exception>
    internal static T Step<T>(string name, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (CsvFormatException error)
        {
            string most = LargestRow.ToString(CultureInfo.InvariantCulture);
            throw new BadInputException(Problem.OfLine(
                name, Math.Max(1, error.LineNumber), "", "bad-csv", (error.Message, $"CSV 格式有误（{error.Message}）"),
                ($"allowed are rows of at most {most} bytes; most likely a quote is not closed", $"每行最多 {most} 字节；多半是引号未闭合")));
        }
        catch (InvalidDataException error)
        {
            throw new BadInputException(Problem.OfLine(
                name, 1, "", "bad-gzip", ($"the compressed file is damaged ({error.Message})", $"压缩文件已损坏（{error.Message}）"), ("allowed is a whole gzip file or plain text", "应为完整的 gzip 文件或纯文本")));
        }
        catch (Exception error) when (Input.IsOfStreams(error))
        {
            throw new BadInputException(Input.CannotRead(name, error));
        }
    }

    internal static Phrase Columns(IEnumerable<string> header)
    {
        string[] names = [.. header.Select(name => Quoting.Cut(name))];
        return ("allowed are " + string.Join(", ", names), "应为 " + string.Join("、", names));
    }

    private static Stream Unpacked(Stream raw)
    {
        PeekedStream peeked = new(raw);
        return peeked.StartsWith(0x1F, 0x8B) ? new GunzipStream(peeked) : peeked;
    }
}
