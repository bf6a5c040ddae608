namespace JsonApi.Planning;

/// <summary>Reports parameters that are only for lists, in a request for one resource.</summary>
internal static class SingleResourcePass
{
    internal static void Run(PlanningContext context)
    {
        var request = context.Request;
        var allowed = $"; {context.Definition.Type} by id takes fields, extra_fields and include";
        foreach (var filter in request.Filters)
            Refuse(filter.Parameter, filter.Position);
        foreach (var sort in request.Sort ?? [])
            Refuse(sort.Parameter, sort.Position);
        foreach (var stat in request.Stats)
            Refuse(stat.Parameter, stat.Position);
        foreach (var page in request.Page)
            Refuse(page.Parameter, page.Position);

        void Refuse(string parameter, int position) =>
            context.Fail(parameter, position, $"unknown parameter '{parameter}' for one resource{allowed}");
    }
}
