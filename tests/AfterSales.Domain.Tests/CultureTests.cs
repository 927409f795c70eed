using System.Globalization;

namespace AfterSales.Domain.Tests;

/// <summary><c>.ci/run</c> repeats the whole suite under other cultures; this test fails when the culture that was asked for is not the one the tests run under.</summary>
public class CultureTests
{
    [Fact]
    public void The_culture_that_the_run_asks_for_is_the_one_in_effect()
    {
        string? expected = Environment.GetEnvironmentVariable("AFTERSALES_CULTURE");
        if (expected is null)
        {
            return;
        }

        // ICU knows that i becomes İ in Turkish; without it only the invariant culture is there.
        Assert.Equal(string.Equals(expected, "invariant", StringComparison.Ordinal) ? "" : expected, CultureInfo.CurrentCulture.Name);
        Assert.Equal(string.Equals(expected, "tr-TR", StringComparison.Ordinal) ? "İ" : "I", CultureInfo.CurrentCulture.TextInfo.ToUpper("i"));
        Assert.Equal(string.Equals(expected, "ar-SA", StringComparison.Ordinal), CultureInfo.CurrentCulture.DateTimeFormat.Calendar is UmAlQuraCalendar);
    }
}
