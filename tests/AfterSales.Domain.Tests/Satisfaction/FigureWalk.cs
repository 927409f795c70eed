using System.Collections;
using System.Globalization;
using System.Reflection;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>
/// Goes through everything that a result shows: no number is NaN or infinite, a figure has either a number or a reason, and whatever prints does so in English and in Chinese.
/// </summary>
internal sealed class FigureWalk
{
    private const int Deepest = 6;

    /// <summary>The types of results that were seen.</summary>
    public HashSet<Type> Seen { get; } = [];

    public void Over(object? value) => Over(value, "", 0);

    private void Over(object? value, string path, int depth)
    {
        switch (value)
        {
            case null or string or bool or Enum or Type or NodaTime.Instant or Delegate:
                return;
            case double number:
                Assert.True(double.IsFinite(number), string.Create(CultureInfo.InvariantCulture, $"{path} is {number}"));
                return;
            case IEnumerable many:
                foreach (object? one in many)
                {
                    Over(one, path + "[]", depth + 1);
                }

                return;
        }

        Type type = value.GetType();
        if (depth > Deepest || (!IsOurs(type) && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)))
        {
            return;
        }

        if (value is Figure figure)
        {
            Assert.True(figure.Value is null != figure.Missing is null, $"{path} has both or neither of a number and a reason");
            Assert.True(figure.Interval is not { } interval || interval.Contains(figure.Value!.Value), $"{path}: {figure} lies outside its interval");
        }

        if (IsOurs(type))
        {
            Seen.Add(type);
            Prints(value, path);
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType == type || property.PropertyType == typeof(Survey) || property.PropertyType == typeof(ConfidenceLevel))
            {
                continue;
            }

            object? inside;
            try
            {
                inside = property.GetValue(value);
            }
            catch (TargetInvocationException error) when (error.InnerException is InvalidOperationException)
            {
                continue; // The name of a default id: documented to throw.
            }

            Over(inside, $"{path}.{property.Name}", depth + 1);
        }
    }

    private static void Prints(object value, string path)
    {
        string english = value.ToString()!;
        Assert.DoesNotContain("NaN", english, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", english, StringComparison.Ordinal);
        if (value is IFormattable formattable)
        {
            string chinese = formattable.ToString("zh", CultureInfo.InvariantCulture);
            Assert.Equal(english, formattable.ToString("en", CultureInfo.InvariantCulture));
            Assert.False(string.IsNullOrWhiteSpace(chinese), path);
            Assert.Throws<FormatException>(() => formattable.ToString("de", CultureInfo.InvariantCulture));
        }
    }

    private static bool IsOurs(Type type) => type.Assembly == typeof(Csat).Assembly || type.Assembly == typeof(Figure).Assembly;
}
