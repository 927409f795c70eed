using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tests.Requests;

public class RoleTests
{
    [Fact]
    public void A_role_made_by_a_well_known_name_is_the_well_known_role() => Assert.Equal(Role.Supervisor, Role.Named("supervisor"));
}
