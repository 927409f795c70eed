namespace AfterSales.Domain.Calendars;

/// <summary>The notices of the General Office of the State Council, a line per holiday: days off as first–last date, then make-up working days.</summary>
internal static class ChinaHolidayNotices
{
    private static readonly HolidayName NewYear = new("New Year's Day", "元旦");
    private static readonly HolidayName Spring = new("Spring Festival", "春节");
    private static readonly HolidayName Qingming = new("Qingming Festival", "清明节");
    private static readonly HolidayName Labour = new("Labour Day", "劳动节");
    private static readonly HolidayName DragonBoat = new("Dragon Boat Festival", "端午节");
    private static readonly HolidayName MidAutumn = new("Mid-Autumn Festival", "中秋节");
    private static readonly HolidayName National = new("National Day", "国庆节");
    private static readonly HolidayName NationalAndMidAutumn = new("National Day and Mid-Autumn Festival", "国庆节、中秋节");

    private static readonly Dictionary<int, Holiday[]> Notices = new()
    {
        // 国办发明电〔2019〕16号, http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm; the Spring Festival as extended by
        // 国办发明电〔2020〕1号, http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm, which names Monday 3 February a working day.
        [2020] =
        [
            new(NewYear, "01-01", "01-01"),
            new(Spring, "01-24", "02-02", "01-19", "02-03"),
            new(Qingming, "04-04", "04-06"),
            new(Labour, "05-01", "05-05", "04-26", "05-09"),
            new(DragonBoat, "06-25", "06-27", "06-28"),
            new(NationalAndMidAutumn, "10-01", "10-08", "09-27", "10-10"),
        ],

        // 国办发明电〔2020〕27号, http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm
        [2021] =
        [
            new(NewYear, "01-01", "01-03"),
            new(Spring, "02-11", "02-17", "02-07", "02-20"),
            new(Qingming, "04-03", "04-05"),
            new(Labour, "05-01", "05-05", "04-25", "05-08"),
            new(DragonBoat, "06-12", "06-14"),
            new(MidAutumn, "09-19", "09-21", "09-18"),
            new(National, "10-01", "10-07", "09-26", "10-09"),
        ],

        // 国办发明电〔2021〕11号, http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm
        [2022] =
        [
            new(NewYear, "01-01", "01-03"),
            new(Spring, "01-31", "02-06", "01-29", "01-30"),
            new(Qingming, "04-03", "04-05", "04-02"),
            new(Labour, "04-30", "05-04", "04-24", "05-07"),
            new(DragonBoat, "06-03", "06-05"),
            new(MidAutumn, "09-10", "09-12"),
            new(National, "10-01", "10-07", "10-08", "10-09"),
        ],

        // 国办发明电〔2022〕16号, http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm; New Year's Day begins on Saturday 31 December 2022.
        [2023] =
        [
            new(NewYear, "-12-31", "01-02"),
            new(Spring, "01-21", "01-27", "01-28", "01-29"),
            new(Qingming, "04-05", "04-05"),
            new(Labour, "04-29", "05-03", "04-23", "05-06"),
            new(DragonBoat, "06-22", "06-24", "06-25"),
            new(NationalAndMidAutumn, "09-29", "10-06", "10-07", "10-08"),
        ],

        // 国办发明电〔2023〕7号, https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm
        [2024] =
        [
            new(NewYear, "01-01", "01-01"),
            new(Spring, "02-10", "02-17", "02-04", "02-18"),
            new(Qingming, "04-04", "04-06", "04-07"),
            new(Labour, "05-01", "05-05", "04-28", "05-11"),
            new(DragonBoat, "06-10", "06-10"),
            new(MidAutumn, "09-15", "09-17", "09-14"),
            new(National, "10-01", "10-07", "09-29", "10-12"),
        ],

        // 国办发明电〔2024〕12号, https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
        [2025] =
        [
            new(NewYear, "01-01", "01-01"),
            new(Spring, "01-28", "02-04", "01-26", "02-08"),
            new(Qingming, "04-04", "04-06"),
            new(Labour, "05-01", "05-05", "04-27"),
            new(DragonBoat, "05-31", "06-02"),
            new(NationalAndMidAutumn, "10-01", "10-08", "09-28", "10-11"),
        ],

        // 国办发明电〔2025〕7号, https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
        [2026] =
        [
            new(NewYear, "01-01", "01-03", "01-04"),
            new(Spring, "02-15", "02-23", "02-14", "02-28"),
            new(Qingming, "04-04", "04-06"),
            new(Labour, "05-01", "05-05", "05-09"),
            new(DragonBoat, "06-19", "06-21"),
            new(MidAutumn, "09-25", "09-27"),
            new(National, "10-01", "10-07", "09-20", "10-10"),
        ],
    };

    internal static int FirstYear => 2020;

    internal static int LastYear => FirstYear + Notices.Count - 1;

    internal static IEnumerable<DatedHours> Of(int year) => Notices[year].SelectMany(holiday => holiday.Entries(year));

    private readonly record struct HolidayName(string English, string Chinese);

    private sealed class Holiday(HolidayName name, string first, string last, params string[] makeUpDays)
    {
        internal IEnumerable<DatedHours> Entries(int year)
        {
            LocalDate end = Date(year, last);
            for (LocalDate date = Date(year, first); date <= end; date = date.PlusDays(1))
            {
                yield return DatedHours.Closed(date, name.English).InChinese(name.Chinese);
            }

            foreach (string makeUpDay in makeUpDays)
            {
                yield return DatedHours.MakeUp(Date(year, makeUpDay), IsoDayOfWeek.Monday, name.English).InChinese(name.Chinese);
            }
        }

        /// <summary>"MM-dd" of the year, or of the year before when a '-' stands in front.</summary>
        private static LocalDate Date(int year, string monthAndDay)
        {
            bool yearBefore = monthAndDay[0] == '-';
            AnnualDate date = NodaTime.Text.AnnualDatePattern.Iso.Parse(yearBefore ? monthAndDay.Substring(1) : monthAndDay).Value;
            return date.InYear(yearBefore ? year - 1 : year);
        }
    }
}
