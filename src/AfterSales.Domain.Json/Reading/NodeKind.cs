namespace AfterSales.Domain.Json;

/// <summary>What a value of a JSON text is.</summary>
internal enum NodeKind
{
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,
}
