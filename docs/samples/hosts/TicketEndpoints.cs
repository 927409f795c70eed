using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace AfterSales.Domain.HostSamples;

/// <summary>Tickets over HTTP: the domain decides, the host translates its answers to status codes.</summary>
internal static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tickets/{id}", OpenAsync);
        routes.MapPost("/tickets/{id}/actions", Act).AddEndpointFilter(RefuseWhatIsNoNameAsync);
        routes.MapGet("/tickets/{id}/clocks", Clocks);
    }

    /// <summary>The body is a service-request document; every problem of it goes back at once, with its place.</summary>
    private static async Task<IResult> OpenAsync(string id, HttpRequest http, TicketStore store, TimeProvider clock)
    {
        using StreamReader body = new(http.Body);
        DocumentReading<ServiceRequest> request = ServiceRequestDocument.Read(await body.ReadToEndAsync(http.HttpContext.RequestAborted).ConfigureAwait(false));
        if (!request.Succeeded)
        {
            return Results.ValidationProblem(request.Findings.GroupBy(one => one.Path, one => $"{one}", StringComparer.Ordinal).ToDictionary(path => path.Key, path => path.ToArray(), StringComparer.Ordinal));
        }

        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        Ticket ticket = Ticket.Open(new TicketId(id), request.Value, Lifecycles.Repair, now, new Actor(new PersonId("web"), Role.Customer));
        return store.TrySave(ticket, ticket.LastEvent)
            ? Results.Created($"/tickets/{id}", ticket.State.Name)
            : Results.Conflict("there is such a ticket");
    }

    /// <summary>An action that the lifecycle refuses is no error of the program: it says why, and what is possible instead.</summary>
    private static IResult Act(string id, ActionRequest wanted, TicketStore store, TimeProvider clock)
    {
        if (store.Find(id) is not { } ticket)
        {
            return Results.NotFound();
        }

        TicketAction action = TicketAction.Of(Trigger.Named(wanted.Trigger));
        action = wanted.Assignee is null ? action : action.WithAssignee(new PersonId(wanted.Assignee));
        action = wanted.Reason is null ? action : action.WithReason(wanted.Reason);
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        Actor by = new(new PersonId(wanted.Person), Role.Named(wanted.Role));
        return ticket.Apply(action, now, by, new ActionId(wanted.Id)) switch
        {
            AcceptedTransition { IsRepeated: true } repeated => Results.Ok(repeated.Ticket.State.Name),
            AcceptedTransition(var next, var happened) => store.TrySave(next, happened) ? Results.Ok(next.State.Name) : Results.Conflict("somebody else was faster; try again"),
            RefusedTransition refused => Results.Conflict($"{refused}"),
            _ => Results.Problem(),
        };
    }

    /// <summary>Names, roles and identifiers check themselves; a client that sends what is none gets the sentence that says what is allowed.</summary>
    private static async ValueTask<object?> RefuseWhatIsNoNameAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (ArgumentException wrong)
        {
            return Results.Problem(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What is due when and why; Chinese for those who ask for it.</summary>
    private static IResult Clocks(string id, HttpRequest http, TicketStore store, SlaPolicy policy, TimeProvider clock)
    {
        if (store.Find(id) is null)
        {
            return Results.NotFound();
        }

        string language = http.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.StartsWith("zh", StringComparison.Ordinal) is true ? "zh" : "en";
        SlaReport report = policy.Track(store.HistoryOf(id), asOf: Instant.FromDateTimeOffset(clock.GetUtcNow()));
        return Results.Ok(report.Objectives
            .Where(objective => objective.Current is not null)
            .Select(objective => new ClockResponse(
                objective.Objective.Name,
                objective.Current!.Due is { IsSet: true } due ? due.At.ToDateTimeOffset() : null,
                objective.Current.State.ToString(language, null),
                objective.Current.Explain(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToString(language, null))));
    }

    internal sealed record ActionRequest(string Id, string Trigger, string Person, string Role, string? Assignee, string? Reason);

    internal sealed record ClockResponse(string Objective, DateTimeOffset? Due, string State, string Why);
}
