using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class IsoDurationTests
{
    [Theory]
    [InlineData("PT1H", 3600)]
    [InlineData("PT90M", 5400)]
    [InlineData("P1DT1S", 86401)]
    [InlineData("PT0S", 0)]
    [InlineData("P0D", 0)]
    public void Iso_text_is_read(string text, long seconds)
    {
        Assert.True(IsoDuration.TryParse(text, out Duration duration));
        Assert.Equal(Duration.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("PT1")]
    [InlineData("PTH")]
    [InlineData("1H")]
    [InlineData("-PT1H")]
    [InlineData("PT-1H")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1M1H")]
    [InlineData("PT1H1H")]
    [InlineData("PT1HT1M")]
    [InlineData("P1Y")]
    [InlineData("P1W")]
    [InlineData("PT1.5H")]
    [InlineData("PT1.S")]
    [InlineData("PT.5S")]
    [InlineData("PT0.1234567890S")]
    [InlineData("PT1H ")]
    [InlineData("pt1h")]
    [InlineData("P16777216D")]
    [InlineData("P16777215DT24H")]
    [InlineData("PT9999999999S")]
    public void Other_text_is_not(string text) => Assert.False(IsoDuration.TryParse(text, out _));

    [Fact]
    public void The_longest_duration_is_written_and_read()
    {
        Assert.True(IsoDuration.TryParse(IsoDuration.Write(Duration.MaxValue), out Duration back));
        Assert.Equal(Duration.MaxValue, back);
    }

    [Fact]
    public void What_is_written_is_read_back_equal() => Law.Holds(
        from days in Gen.Choose(0, 16_777_214)
        from seconds in Gen.Choose(0, 86_399)
        from nanoseconds in Gen.Elements(0L, 1, 999_999_999, 500_000_000)
        select Duration.FromDays(days) + Duration.FromSeconds(seconds) + Duration.FromNanoseconds(nanoseconds),
        duration => Assert.True(IsoDuration.TryParse(IsoDuration.Write(duration), out Duration back) && back == duration));
}
