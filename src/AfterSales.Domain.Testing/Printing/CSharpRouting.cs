using AfterSales.Domain.Routing;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>Technicians and work items as C# expressions.</summary>
internal static class CSharpRouting
{
    internal static string Of(Technician technician) => string.Concat(
        [
            $"new Technician({CSharpValues.Of(technician.Id)}, Grade.{technician.Grade}, {CSharpCalendars.Of(technician.Hours)})",
            technician.OnCall is { } onCall ? $"\n    .OnCallDuring({CSharpCalendars.Of(onCall)})" : "",
            $".WithCapacity({CSharpValues.Of(technician.Capacity)}).Carrying({CSharpValues.Of(technician.Load)})",
            $".LastAssignedAs({technician.LastAssigned.ToString(System.Globalization.CultureInfo.InvariantCulture)}L)",
            technician.Assignments.Count == 0 ? "" : $".AssignedAt({string.Join(", ", technician.Assignments.Select(CSharpValues.Of))})",
            .. technician.Leave.Select(leave => $".OnLeave({CSharpValues.Of(leave)})"),
            .. technician.Skills.Select(skill => $".WithSkill({Of(skill.Key)}, {CSharpValues.Of(skill.Value)})"),
            .. technician.ProductHistory.Select(product => $".KnowingProduct({Text(product.Key)}, {CSharpValues.Of(product.Value)})"),
            technician.Languages.Count == 0 ? "" : $".Speaking({string.Join(", ", technician.Languages.Select(CSharpValues.Of))})",
            technician.Regions.Count == 0 ? "" : $".Serving({string.Join(", ", technician.Regions.Select(Text))})",
            technician.ServesEverywhere ? ".ServingEverywhere()" : "",
            technician.Base is { } point ? $".BasedAt({Of(point)}, {CSharpValues.Of(technician.TravelRadius)})" : "",
            technician.Provider is { } provider ? $".OfProvider({Of(provider)})" : "",
        ]);

    internal static string Of(WorkItem item) => string.Concat(
        [
            $"new WorkItem(new WorkItemId({Text(item.Id.Value)}), {CSharpRequests.Of(item.Request)}, {CSharpValues.Of(item.CreatedAt)}, {CSharpValues.Of(item.QueuedAt)})",
            item.Size == 1 ? "" : $".OfSize({CSharpValues.Of(item.Size)})",
            .. item.Skills.Select(need => need.DropGroup is { } group
                ? $".Preferring({Of(need.Skill)}, {CSharpValues.Of(need.MinimumLevel)}, {Text(group)})"
                : $".Requiring({Of(need.Skill)}, {CSharpValues.Of(need.MinimumLevel)})"),
            .. item.RequiredLanguages.Select(language => $".RequiringLanguage({CSharpValues.Of(language)})"),
            .. item.PreferredLanguages.Select(language => $".PreferringLanguage({CSharpValues.Of(language)})"),
            .. item.Excluded.Select(person => $".Excluding({CSharpValues.Of(person)})"),
            item.LastTechnician is { } last ? $".LastServedBy({CSharpValues.Of(last)})" : "",
            item.Point is { } point ? $".At({Of(point)})" : "",
            item.Due is { } due ? $".DueAt({CSharpValues.Of(due)})" : "",
            item.MayBeOutsourced ? ".AllowingProviders()" : "",
        ]);

    private static string Of(Skill skill) => $"Skill.Named({Text(skill.Name)})";

    private static string Of(GeoPoint point) => $"new GeoPoint({CSharpValues.Of(point.Latitude)}, {CSharpValues.Of(point.Longitude)})";

    private static string Of(ServiceProvider provider) =>
        $"new ServiceProvider({CSharpValues.Of(provider.Id)}, {CSharpValues.Of(provider.Contract)}, {CSharpValues.Of(provider.QuotaLeft)}).Assessed({CSharpValues.Of(provider.Assessment)}, ProviderStanding.{provider.Standing})";
}
