using System.Linq.Expressions;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>
/// The verbs a resource is declared with. A definition is one file that reads like the contract: attributes in the order they
/// are written, each with its filters, then relationships, filters, extra fields and operations.
/// </summary>
/// <typeparam name="TEntity">The entity of its rows.</typeparam>
public abstract class ResourceDefinition<TEntity> : ResourceDefinition
    where TEntity : class
{
    /// <param name="type">The resource type, which is also its path.</param>
    /// <param name="id">The property with the id.</param>
    protected ResourceDefinition(string type, Expression<Func<TEntity, object?>> id)
        : base(type, typeof(TEntity))
    {
        Id = Attribute("id", id).NotDefault();
    }

    /// <summary>An attribute whose wire type is that of the property.</summary>
    protected AttributeDefinition Attribute(string name, Expression<Func<TEntity, object?>> path) =>
        Attribute(name, PropertyPath.From(path));

    /// <summary>An attribute that is a JSON object, kept as JSON text.</summary>
    protected AttributeDefinition Hash(string name, Expression<Func<TEntity, object?>> path) =>
        Added(new AttributeDefinition(name, WireType.Hash, [PropertyPath.From(path)], []));

    /// <summary>An attribute that is a JSON object made of several values: JSON text, a value, JSON text, a value, …, JSON text.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="template">The pieces of JSON text, one more than values.</param>
    /// <param name="paths">The values.</param>
    protected AttributeDefinition Composed(string name, string[] template, params Expression<Func<TEntity, object?>>[] paths) =>
        Added(new AttributeDefinition(name, WireType.Hash, [.. paths.Select(PropertyPath.From)], [])
        {
            Template = [.. template.Select(text => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text)))],
        });

    /// <summary>The attribute of another definition, whose entity derives from this one's: same name, type and filters.</summary>
    protected AttributeDefinition Like(ResourceDefinition other, string name)
    {
        var attribute = other.FindAttribute(name) ?? throw new ArgumentException($"{other.Type} has no attribute '{name}'.");
        var copy = Added(new AttributeDefinition(name, attribute.Type, attribute.Paths, attribute.EnumNames))
            .Null(attribute.CanBeNull || attribute.Paths[0].Property.DeclaringType != typeof(TEntity));
        if (attribute.IsUrl)
            copy.Url();
        return copy.Filter([.. attribute.Operators.Select(op => op.Name)]);
    }

    /// <summary>A value that bodies may contain and responses never do (<c>writeonly</c>).</summary>
    protected void Input(string name, WireType type) => Declared.Inputs.Add(name, type);

    /// <summary>
    /// An array of objects in a body, each a resource of another type that belongs to this one: one with an <c>id</c> is updated, or
    /// deleted where <c>_destroy</c> is true; one without is created.
    /// </summary>
    /// <param name="name">The name in the body: <c>bundle_items_attributes</c>.</param>
    /// <param name="target">The type of the resources.</param>
    /// <param name="key">Their attribute that is this resource's id, which the objects leave out.</param>
    protected void Nested(string name, string target, string key) => Declared.NestedInputs.Add(name, new NestedDefinition(name, target, key));

    /// <summary>A to-one relationship with its foreign key.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="navigation">The navigation.</param>
    /// <param name="key">Its foreign key.</param>
    /// <param name="target">The type it leads to.</param>
    /// <param name="typeAttribute">Where the target is one of several types: the name under which a write plan has its type.</param>
    protected void BelongsTo(
        string name,
        Expression<Func<TEntity, object?>> navigation,
        Expression<Func<TEntity, object?>> key,
        string target,
        string? typeAttribute = null) =>
        Declared.Relationships.Add(name, new RelationshipDefinition(name, false, PropertyPath.Steps(navigation), target, PropertyPath.From(key))
        {
            TypeAttribute = typeAttribute,
        });

    /// <summary>A to-many relationship.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="navigation">The navigation.</param>
    /// <param name="key">The foreign key of the target's entity.</param>
    /// <param name="target">The type it leads to.</param>
    /// <param name="through">Where another entity's relationship is used, to which the navigation leads first: the foreign key to that entity.</param>
    /// <param name="leavingOut">The rows of the target that are no part of it; null for none.</param>
    protected void HasMany<TTarget>(
        string name,
        Expression<Func<TEntity, IEnumerable<TTarget>>> navigation,
        Expression<Func<TTarget, object?>> key,
        string target,
        Expression<Func<TEntity, object?>>? through = null,
        Condition? leavingOut = null) =>
        Declared.Relationships.Add(name, new RelationshipDefinition(name, true, PropertyPath.Steps(navigation), target, PropertyPath.From(key))
        {
            Through = through is null ? null : PropertyPath.From(through),
            LeftOut = leavingOut,
        });

    /// <summary>A filter that is no attribute.</summary>
    protected void Filter(string name, WireType type, string[] operators, Func<Comparison, FilterValues, Condition> build) =>
        Declared.Filters.Add(name, new FilterDefinition(name, type, FilterOperators.Named(operators), false, [], build));

    /// <summary>A filter that is no attribute and takes some of these names.</summary>
    protected void Filter(string name, string[] names, string[] operators, Func<Comparison, FilterValues, Condition> build) =>
        Declared.Filters.Add(name, new FilterDefinition(name, WireType.Enum, FilterOperators.Named(operators), false, [.. names], build));

    /// <summary>A text filter that matches when any of several columns does.</summary>
    protected void Search(string name, string[] operators, params Expression<Func<TEntity, object?>>[] columns) =>
        Filter(name, WireType.String, operators, (comparison, values) => new Any(
        [
            // q searches: equality with the whole of a long text would find nothing a person looks for.
            .. columns.Select(column => Holds(column, comparison == Comparison.Equal ? Comparison.Match : comparison, values)),
        ]));

    /// <summary>A computed field: an array of objects made of rows of another entity.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="where">Which rows of that entity belong to a row of this resource.</param>
    /// <param name="select">The members of each object.</param>
    /// <param name="orderBy">The order of the objects, ascending.</param>
    protected void Extra<TSource>(
        string name,
        Condition where,
        (string Name, Expression<Func<TSource, object?>> Path)[] select,
        params Expression<Func<TSource, object?>>[] orderBy) =>
        Declared.ExtraFields.Add(name, new ExtraFieldDefinition(
            name,
            typeof(TSource),
            where,
            [.. select.Select(member => new ExtraFieldMember(member.Name, PropertyPath.From(member.Path)))],
            [.. orderBy.Select(PropertyPath.From)]));

    /// <summary>Numbers the rows with the same value of one path from 1, in the order of another.</summary>
    protected void NumberedBy(Expression<Func<TEntity, object?>> within, Expression<Func<TEntity, object?>> by) =>
        Numbering = new RowNumbering(PropertyPath.From(within), PropertyPath.From(by));

    /// <summary>Names what writes the resource and what validates its bodies; both are made by the server at its start.</summary>
    protected void WrittenBy<TWrites, TValidator>()
        where TWrites : class
        where TValidator : class =>
        (Writes, Validator) = (typeof(TWrites), typeof(TValidator));

    /// <summary>Names what writes the resource, where bodies are validated before they become a plan.</summary>
    protected void WrittenBy<TWrites>()
        where TWrites : class =>
        Writes = typeof(TWrites);

    /// <summary>Offers an operation that can include these paths.</summary>
    protected void Offer(Operation operation, params string[] includes) => Declared.Operations.Add(operation, includes);

    /// <summary>A condition on a value of a row.</summary>
    protected static Condition Holds<T>(Expression<Func<T, object?>> column, Comparison comparison, FilterValues values)
    {
        var path = PropertyPath.From(column);
        return new Compare(path, WireTypes.Of(path.Property.PropertyType), comparison, values.Items, values.OrNull);
    }

    /// <summary>A value of a row is the given one.</summary>
    protected static Condition Is<T>(Expression<Func<T, object?>> column, object value) =>
        Holds(column, Comparison.Equal, new FilterValues([value], false));

    /// <summary>In an extra field: a value of the sub-plan's row is that of the row the field belongs to.</summary>
    protected static Condition Same<TSource>(Expression<Func<TSource, object?>> inner, Expression<Func<TEntity, object?>> outer) =>
        new SameAs(PropertyPath.From(inner), PropertyPath.From(outer));

    private AttributeDefinition Attribute(string name, PropertyPath path)
    {
        var clr = Nullable.GetUnderlyingType(path.Property.PropertyType) ?? path.Property.PropertyType;
        return Added(new AttributeDefinition(name, WireTypes.Of(clr), [path], clr.IsEnum ? [.. WireText.Names(clr)] : []));
    }

    private AttributeDefinition Added(AttributeDefinition attribute)
    {
        Declared.Attributes.Add(attribute.Name, attribute);
        return attribute;
    }
}
