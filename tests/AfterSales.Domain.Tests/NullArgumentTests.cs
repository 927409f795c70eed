using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests;

/// <summary>Walks over everything public: null, where no null is allowed, is refused as such before anything else happens; no value equals null.</summary>
public class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>These look at themselves or at an earlier argument first, which an object without content does not bear.</summary>
    private static readonly HashSet<string> LookElsewhereFirst =
    [
        "BusinessCalendar.With", "DatedHours.MakeUp", "ServiceRequest.With", "LifecycleState.Of", "Ticket.Apply", "Ticket.OpenConverted", "WorkItem.Preferring", "StaffingPattern.Team",
        "SlaTrackerSnapshot..ctor", "Objective..ctor", "Objective.CancelledOn", "Objective.EndedOn", "SlaPolicy..ctor", "SlaPolicy.Accepting", "ComparisonTally.Add",
        "KpiFrozenPeriod.Of", "KpiResults.Value", "KpiResults.Durations", "SurveyScores.Question", "SurveyScores.QuestionWithoutExclusions",
    ];

    [Theory]
    [InlineData(typeof(BusinessCalendar))]
    [InlineData(typeof(ServiceRequest))]
    [InlineData(typeof(Ticket))]
    [InlineData(typeof(RoutingPolicy))]
    [InlineData(typeof(SlaPolicy))]
    [InlineData(typeof(Share))]
    [InlineData(typeof(Survey))]
    [InlineData(typeof(KpiTally))]
    [InlineData(typeof(DocumentKind))]
    public void Null_is_refused_as_null(Type ofLibrary)
    {
        string[] accepted =
        [
            .. from type in ofLibrary.Assembly.GetExportedTypes()
               where !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type) && !type.ContainsGenericParameters
               from member in Members(type)
               where !LookElsewhereFirst.Contains($"{type.Name}.{member.Name}")
               from parameter in member.GetParameters()
               where !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && Nullability.Create(parameter).WriteState == NullabilityState.NotNull
               let answer = AnswerToNull(member, parameter)
               where answer is not ArgumentNullException
               select $"{type.Name}.{member.Name}({parameter.Name}): {answer?.GetType().Name ?? "accepted"}",
        ];

        Assert.True(accepted.Length == 0, string.Join(Environment.NewLine, accepted));
    }

    [Theory]
    [InlineData(typeof(BusinessCalendar))]
    [InlineData(typeof(ServiceRequest))]
    [InlineData(typeof(Ticket))]
    [InlineData(typeof(RoutingPolicy))]
    [InlineData(typeof(SlaPolicy))]
    [InlineData(typeof(Share))]
    [InlineData(typeof(Survey))]
    [InlineData(typeof(KpiTally))]
    [InlineData(typeof(DocumentKind))]
    public void No_value_equals_null_or_a_text(Type ofLibrary) => Assert.All(
        ofLibrary.Assembly.GetExportedTypes().Where(type => type.IsClass && type.GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(type))),
        type =>
        {
            object value = Something(type)!;
            Assert.False((bool)type.GetMethod(nameof(Equals), [type])!.Invoke(value, [null])!);
            Assert.False(value.Equals("text"));
        });

    private static IEnumerable<MethodBase> Members(Type type) =>
        type.GetConstructors().Where(_ => !type.IsAbstract).Concat<MethodBase>(type
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsAbstract && !method.IsSpecialName && !method.ContainsGenericParameters
                && !method.IsDefined(typeof(CompilerGeneratedAttribute))));

    private static Exception? AnswerToNull(MethodBase member, ParameterInfo parameter)
    {
        object?[] arguments = [.. member.GetParameters().Select(other => other == parameter ? null : Something(other.ParameterType))];
        try
        {
            _ = member is ConstructorInfo constructor
                ? constructor.Invoke(arguments)
                : member.Invoke(member.IsStatic ? null : Something(member.DeclaringType!), arguments);
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
    }

    /// <summary>A value that is not null; nothing is read from it, because the null argument comes first.</summary>
    private static object? Something(Type type)
    {
        if (type.IsByRef)
        {
            return Something(type.GetElementType()!);
        }

        if (type == typeof(string) || type == typeof(object))
        {
            return "a";
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsValueType)
        {
            object?[] text = ["a"];
            return type.GetConstructor([typeof(string)])?.Invoke(text) ?? type.GetMethod("Named", [typeof(string)])?.Invoke(null, text) ?? Activator.CreateInstance(type);
        }

        if (type.IsArray)
        {
            return Array.CreateInstance(type.GetElementType()!, 0);
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            MethodInfo call = type.GetMethod("Invoke")!;
            return Expression.Lambda(type, Expression.Default(call.ReturnType), call.GetParameters().Select(one => Expression.Parameter(one.ParameterType))).Compile();
        }

        if (type.IsInterface)
        {
            return type.IsGenericType && type.GetGenericArguments().Length == 1 && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType())
                ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
                : null;
        }

        Type? made = type.IsAbstract ? Array.Find(type.Assembly.GetTypes(), one => one.IsSubclassOf(type) && !one.IsAbstract) : type;
        return made is null ? null : RuntimeHelpers.GetUninitializedObject(made);
    }
}
