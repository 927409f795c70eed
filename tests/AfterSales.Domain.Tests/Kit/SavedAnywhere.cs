using AfterSales.Domain.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Kit;

/// <summary>The law of everything that gathers: written as a document, read and gone on with at any point, it is as if it had not been.</summary>
internal static class SavedAnywhere
{
    public static void ChangesNothing<TItem, TGathers, TSnapshot>(
        Gen<TItem[]> histories, int fewer, Func<TGathers> begin, Action<TGathers, TItem> add, Func<TGathers, string> write, Func<string, DocumentReading<TSnapshot>> read, Func<TSnapshot, TGathers> from,
        Func<TGathers, string> figures)
        where TSnapshot : class => Law.HoldsOnFewer(
            from all in histories from cut in Gen.Choose(0, 1000) select (all, cut: cut % (all.Length + 1)),
            fewer,
            one =>
            {
                TGathers whole = begin();
                TGathers saved = begin();
                Array.ForEach(one.all, item => add(whole, item));
                Array.ForEach(one.all[..one.cut], item => add(saved, item));

                TGathers loaded = from(read(write(saved)).Value);
                Assert.Equal(figures(saved), figures(loaded));
                Array.ForEach(one.all[one.cut..], item => add(loaded, item));
                Assert.Equal(figures(whole), figures(loaded));
            });
}
