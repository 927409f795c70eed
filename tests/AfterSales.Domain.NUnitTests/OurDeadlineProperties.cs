using AfterSales.Domain.Calendars;
using AfterSales.Domain.Testing;
using FsCheck.NUnit;
using NodaTime;
using NUnit.Framework;
using Property = FsCheck.NUnit.PropertyAttribute;

namespace AfterSales.Domain.NUnitTests;

/// <summary>Properties that assert, on several values each; one attribute a property registers as well.</summary>
[TestFixture]
public class OurDeadlineProperties
{
    [Property(Arbitrary = [typeof(AfterSalesArbitraries)])]
    public void A_deadline_is_never_before_the_start(BusinessCalendar calendar, Instant start, Duration amount)
    {
        if (calendar.TryAdd(start, amount, out Instant end))
        {
            Assert.That(end, Is.GreaterThanOrEqualTo(start));
        }
    }
}
