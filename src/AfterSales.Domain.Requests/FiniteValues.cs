namespace AfterSales.Domain.Requests;

/// <summary>The values of a finite dimension by the number of their enumeration: as written in documents, in English, in Chinese.</summary>
internal sealed class FiniteValues
{
    private readonly string[] _english;
    private readonly string[] _chinese;

    private FiniteValues(string[] codes, string[] english, string[] chinese, params string[] ranking)
    {
        Codes = codes;
        _english = english;
        _chinese = chinese;
        Ranking = ranking;
    }

    internal static FiniteValues None { get; } = new([], [], []);

    internal static FiniteValues Kind { get; } = new(
        ["unknown", "inquiry", "repair", "return", "exchange", "complaint", "installation", "maintenance"],
        ["unknown kind", "inquiry", "repair", "return", "exchange", "complaint", "installation", "maintenance"],
        ["未知类型", "咨询", "维修", "退货", "换货", "投诉", "安装", "保养"]);

    internal static FiniteValues Severity { get; } = new(
        ["unknown", "general", "important", "urgent"],
        ["unknown", "general", "important", "urgent"],
        ["未知", "一般", "重要", "紧急"],
        "general", "important", "urgent");

    internal static FiniteValues Priority { get; } = new(
        ["unknown", "1", "2", "3", "4"],
        ["unknown", "1", "2", "3", "4"],
        ["未知", "1", "2", "3", "4"],
        "4", "3", "2", "1");

    internal static FiniteValues Channel { get; } = new(
        ["unknown", "phone", "email", "chat", "social", "web", "counter", "self-service"],
        ["unknown", "phone", "e-mail", "chat", "social media", "web", "counter", "self-service"],
        ["未知", "电话", "电子邮件", "在线聊天", "社交媒体", "网页", "门店", "自助服务"]);

    internal static FiniteValues Locality { get; } = new(
        ["unknown", "cross-region", "same-city"],
        ["unknown locality", "cross-region", "same city"],
        ["地点未知", "跨区域", "同城"],
        "cross-region", "same-city");

    internal static FiniteValues Warranty { get; } = new(
        ["unknown", "in-warranty", "out-of-warranty"],
        ["warranty unknown", "in warranty", "out of warranty"],
        ["保修情况未知", "保修期内", "保修期外"]);

    internal static FiniteValues FeedbackClass { get; } = new(
        ["unknown", "quality", "service", "delivery"],
        ["unknown", "quality", "service", "delivery"],
        ["未知", "质量", "服务", "交付"]);

    internal string[] Codes { get; }

    /// <summary>Gets the codes from the least demanding to the most demanding; empty when the dimension has no order.</summary>
    internal string[] Ranking { get; }

    internal string Word(int number, bool chinese) => (chinese ? _chinese : _english)[number];

    internal int NumberOf(string code) => Array.IndexOf(Codes, code);
}
