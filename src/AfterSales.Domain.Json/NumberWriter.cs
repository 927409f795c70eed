using System.Text.Json;

namespace AfterSales.Domain.Json;

/// <summary>Members of numbers, as the documents of snapshots have them.</summary>
internal static class NumberWriter
{
    /// <summary>A count, left out when it is 0.</summary>
    internal static void WriteCount(this Utf8JsonWriter json, string name, long count)
    {
        if (count != 0)
        {
            json.WriteNumber(name, count);
        }
    }

    internal static void WriteNumbers(this Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    internal static void WriteNumbers(this Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
