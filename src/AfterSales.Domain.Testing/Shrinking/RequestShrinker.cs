using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Testing;

/// <summary>Requests with one thing less, and conditions with one part less.</summary>
internal static class RequestShrinker
{
    internal static IEnumerable<ServiceRequest> Smaller(ServiceRequest request)
    {
        ServiceRequest bare = new(RequestKind.Repair);
        foreach (RequestDimension dimension in RequestDimension.WellKnown)
        {
            ServiceRequest smaller = request.With(dimension, dimension.ValueOf(bare));
            if (!smaller.Equals(request))
            {
                yield return smaller;
            }
        }

        foreach (KeyValuePair<string, string> attribute in request.Attributes)
        {
            yield return request.Without(attribute.Key);
        }

        ServiceRequest[] others =
            [request.WithCustomer(null), request.WithProduct(null), request.WithProblem(null), request.WithSiteCalendar(null), request.WithCustomerCalendar(null)];
        foreach (ServiceRequest smaller in others.Where(one => !one.Equals(request)))
        {
            yield return smaller;
        }
    }

    internal static IEnumerable<RequestCondition> Smaller(RequestCondition condition)
    {
        if (condition is AnyCondition)
        {
            yield break;
        }

        yield return RequestCondition.Any;
        RequestCondition[] parts = condition switch
        {
            AllCondition all => [.. all.Parts],
            AnyOfCondition any => [.. any.Parts],
            NotCondition not => [not.Part],
            _ => [],
        };
        foreach (RequestCondition part in parts.Where(part => part is not AnyCondition))
        {
            yield return part;
        }
    }
}
