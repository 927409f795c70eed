namespace AfterSales.Domain.Routing;

/// <summary>One of an emergency team.</summary>
public sealed class TeamMember
{
    private readonly string[] _adds;

    internal TeamMember(Technician technician, bool isLead, string[] adds)
    {
        Technician = technician;
        IsLead = isLead;
        _adds = adds;
    }

    /// <summary>Gets who.</summary>
    public Technician Technician { get; }

    /// <summary>Gets a value indicating whether he leads.</summary>
    public bool IsLead { get; }

    /// <summary>Gets the names of the required skills and languages that those before him lacked.</summary>
    public IReadOnlyList<string> Adds => Array.AsReadOnly(_adds);

    /// <summary>Returns who and what he adds, as in "L-1 (lead: compressor)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text(chinese: false);

    internal string Text(bool chinese)
    {
        string role = IsLead ? (chinese ? "组长" : "lead") : (chinese ? "专家" : "expert");
        return $"{Technician.Id} ({role}{(_adds.Length == 0 ? "" : ": " + string.Join(", ", _adds))})";
    }
}
