using AfterSales.Domain.Testing;
using FsCheck.NUnit;
using NUnit.Framework;
using Property = FsCheck.NUnit.PropertyAttribute;

namespace AfterSales.Domain.NUnitTests;

[TestFixture]
[Properties(Arbitrary = [typeof(AfterSalesArbitraries)])]
public class OurRoutingProperties
{
    [Property]
    public bool Every_item_of_a_queue_gets_one_decision(RoutedBatch one) =>
        one.Policy.Assign(one.Items, one.Technicians, one.At).Decisions.Select(decision => decision.Item.Id).Order().SequenceEqual(one.Items.Select(item => item.Id).Order());
}
