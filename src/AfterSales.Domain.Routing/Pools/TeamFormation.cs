namespace AfterSales.Domain.Routing;

/// <summary>Forms an emergency team by greedy cover (R14); see <see cref="TeamStaffing"/> for what that promises and what it does not.</summary>
internal static class TeamFormation
{
    /// <summary>The lead and the experts, or null when no team is complete.</summary>
    internal static TeamMember[]? Form(CandidateTable table, WorkItem item, TeamStaffing staffing, StepRules step, Leniency leniency, int[] free)
    {
        List<Technician> leads = Ranked(table, item, staffing.Leads, step, leniency, free);
        List<Technician> experts = Ranked(table, item, staffing.Experts, step, leniency, free);
        foreach (Technician lead in leads)
        {
            if (FormAround(lead, experts, item, staffing, step) is { } members)
            {
                return members;
            }
        }

        return null;
    }

    private static TeamMember[]? FormAround(Technician lead, List<Technician> experts, WorkItem item, TeamStaffing staffing, StepRules step)
    {
        List<SkillNeed> skills = [.. item.SkillArray.Where(need => !step.Drops(need))];
        List<SpokenLanguage> languages = [.. item.RequiredLanguageArray];
        List<TeamMember> members = [Joining(lead, isLead: true, skills, languages)];
        List<Technician> others = [.. experts.Where(expert => expert.Id != lead.Id)];
        while (members.Count - 1 < staffing.MaximumExperts && (Missing(skills, languages) > 0 || members.Count - 1 < staffing.MinimumExperts))
        {
            // The experts stand in the order of score and tie-break, so the first of those who add the most is the one to take.
            Technician? next = null;
            int most = -1;
            foreach (Technician other in others)
            {
                int added = skills.Count(need => Judgement.Meets(other, need)) + languages.Count(other.Speaks);
                if (added > most)
                {
                    (next, most) = (other, added);
                }
            }

            if (next is null || (most == 0 && Missing(skills, languages) > 0))
            {
                return null;
            }

            others.Remove(next);
            members.Add(Joining(next, isLead: false, skills, languages));
        }

        return Missing(skills, languages) == 0 && members.Count - 1 >= staffing.MinimumExperts ? [.. members] : null;
    }

    private static int Missing(List<SkillNeed> skills, List<SpokenLanguage> languages) => skills.Count + languages.Count;

    private static TeamMember Joining(Technician technician, bool isLead, List<SkillNeed> skills, List<SpokenLanguage> languages)
    {
        string[] adds =
        [
            .. skills.Where(need => Judgement.Meets(technician, need)).Select(need => need.Skill.Name),
            .. languages.Where(technician.Speaks).Select(language => language.Name),
        ];
        skills.RemoveAll(need => Judgement.Meets(technician, need));
        languages.RemoveAll(technician.Speaks);
        return new TeamMember(technician, isLead, adds);
    }

    private static List<Technician> Ranked(CandidateTable table, WorkItem item, GradeSet staffed, StepRules step, Leniency leniency, int[] free)
    {
        List<(Technician Technician, int Total)> found = [];
        GradeSet allowed = staffed.WidenedBy(step.Grades);
        for (int row = 0; row < table.Technicians.Length; row++)
        {
            Technician technician = table.Technicians[row];
            if (Judgement.FirstRefusal(table, technician, item, step, allowed, leniency | Leniency.Needs, free[row]) is null)
            {
                found.Add((technician, Judgement.TotalOf(table, technician, item, staffed)));
            }
        }

        // A stable sort: equal totals keep the order of the tie-break.
        return [.. found.OrderByDescending(one => one.Total).Select(one => one.Technician)];
    }
}
