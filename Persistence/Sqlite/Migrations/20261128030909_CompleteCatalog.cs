using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CompleteCatalog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "default_properties",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    identifier = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    property_type = table.Column<string>(type: "TEXT", nullable: false),
                    show_on = table.Column<string>(type: "TEXT", nullable: false),
                    validation_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner_type = table.Column<string>(type: "TEXT", nullable: false),
                    select_options = table.Column<string>(type: "TEXT", nullable: false),
                    editable = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_default_properties", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_default_properties_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    status_message = table.Column<string>(type: "TEXT", nullable: true),
                    finished_at = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    artifact = table.Column<string>(type: "TEXT", nullable: false),
                    error_data = table.Column<string>(type: "TEXT", nullable: false),
                    error_count = table.Column<int>(type: "INTEGER", nullable: false),
                    target_type = table.Column<string>(type: "TEXT", nullable: true),
                    employee_id = table.Column<string>(type: "TEXT", nullable: true),
                    operation_type = table.Column<string>(type: "TEXT", nullable: false),
                    operation_data = table.Column<string>(type: "TEXT", nullable: false),
                    progress = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_operations_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "products",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<string>(type: "TEXT", nullable: true),
                    product_group_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    variation_values = table.Column<string>(type: "TEXT", nullable: false),
                    sorting_weight = table.Column<int>(type: "INTEGER", nullable: false),
                    base_price_in_cents = table.Column<int>(type: "INTEGER", nullable: false),
                    price_overridden = table.Column<bool>(type: "INTEGER", nullable: false),
                    weight = table.Column<string>(type: "TEXT", nullable: true),
                    weight_overridden = table.Column<bool>(type: "INTEGER", nullable: false),
                    photo_id = table.Column<string>(type: "TEXT", nullable: true),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_products", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_products_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_products_items_company_id_product_group_id",
                        columns: x => new { x.company_id, x.product_group_id },
                        principalTable: "items",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_products_photos_company_id_photo_id",
                        columns: x => new { x.company_id, x.photo_id },
                        principalTable: "photos",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    item_kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tags", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_tags_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "url_redirects",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    from_path = table.Column<string>(type: "TEXT", nullable: false),
                    to_path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_url_redirects", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_url_redirects_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "properties",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    identifier = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    property_type = table.Column<string>(type: "TEXT", nullable: false),
                    show_on = table.Column<string>(type: "TEXT", nullable: false),
                    validation_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    meets_validation_requirements = table.Column<bool>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    default_property_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_type = table.Column<string>(type: "TEXT", nullable: false),
                    first_name = table.Column<string>(type: "TEXT", nullable: true),
                    last_name = table.Column<string>(type: "TEXT", nullable: true),
                    address1 = table.Column<string>(type: "TEXT", nullable: true),
                    address2 = table.Column<string>(type: "TEXT", nullable: true),
                    city = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    zipcode = table.Column<string>(type: "TEXT", nullable: true),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    country_id = table.Column<string>(type: "TEXT", nullable: true),
                    province_id = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<string>(type: "TEXT", nullable: true),
                    longitude = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_properties", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_properties_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_properties_default_properties_company_id_default_property_id",
                        columns: x => new { x.company_id, x.default_property_id },
                        principalTable: "default_properties",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_properties_items_company_id_owner_id",
                        columns: x => new { x.company_id, x.owner_id },
                        principalTable: "items",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bundle_items_company_id_product_id",
                table: "bundle_items",
                columns: new[] { "company_id", "product_id" });

            migrationBuilder.CreateIndex(
                name: "IX_default_properties_company_id_owner_type_identifier",
                table: "default_properties",
                columns: new[] { "company_id", "owner_type", "identifier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_default_properties_company_id_position_created_at_id",
                table: "default_properties",
                columns: new[] { "company_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_company_id_created_at_id",
                table: "operations",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_company_id_status_created_at_id",
                table: "operations",
                columns: new[] { "company_id", "status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_products_company_id_created_at_id",
                table: "products",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_products_company_id_name_folded_name_id",
                table: "products",
                columns: new[] { "company_id", "name_folded", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_products_company_id_photo_id",
                table: "products",
                columns: new[] { "company_id", "photo_id" });

            migrationBuilder.CreateIndex(
                name: "IX_products_company_id_product_group_id_created_at_id",
                table: "products",
                columns: new[] { "company_id", "product_group_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_properties_company_id_default_property_id",
                table: "properties",
                columns: new[] { "company_id", "default_property_id" });

            migrationBuilder.CreateIndex(
                name: "IX_properties_company_id_owner_id_position_created_at_id",
                table: "properties",
                columns: new[] { "company_id", "owner_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_properties_company_id_position_created_at_id",
                table: "properties",
                columns: new[] { "company_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tags_company_id_item_kind_name",
                table: "tags",
                columns: new[] { "company_id", "item_kind", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_url_redirects_company_id_created_at_id",
                table: "url_redirects",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_url_redirects_company_id_from_path",
                table: "url_redirects",
                columns: new[] { "company_id", "from_path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_url_redirects_company_id_to_path",
                table: "url_redirects",
                columns: new[] { "company_id", "to_path" });

            // Each product group gets the product that it now always has; each name and value of its properties becomes a property; the base price of
            // the type simple is the flat fee now, so what was shown moves there. Product groups without a sku get one, made of their slug.
            migrationBuilder.Sql(
                """
                UPDATE items SET flat_fee_price_in_cents = structure_price_in_cents
                WHERE price_type = 'simple' AND flat_fee_price_in_cents = 0;
                UPDATE items SET base_price_in_cents = flat_fee_price_in_cents WHERE price_type = 'simple';
                UPDATE items SET default_purchase_cost_in_cents = NULL WHERE default_purchase_cost_in_cents = 0;
                UPDATE items SET sku = upper(replace(slug, '-', '_')) || CASE
                    WHEN EXISTS (
                        SELECT 1 FROM items other
                        WHERE other.company_id = items.company_id AND other.sku_folded = upper(replace(items.slug, '-', '_')))
                    THEN '_' || upper(substr(id, -12)) ELSE '' END
                WHERE kind = 'product_groups' AND coalesce(sku, '') = '';
                UPDATE items SET sku_folded = sku WHERE kind = 'product_groups' AND coalesce(sku_folded, '') = '';
                UPDATE items SET weight = json_object('value', CAST(weight ->> 'value' AS NUMERIC), 'unit', coalesce(weight ->> 'unit', 'g'))
                WHERE json_type(weight, '$.value') = 'text' AND weight ->> 'value' GLOB '[0-9]*' AND weight ->> 'value' NOT GLOB '*[^0-9.]*';
                UPDATE photos SET coordinates = '{"x":0.5,"y":0.5}' WHERE coordinates = '{}';
                INSERT INTO products (
                    company_id, id, kind, created_at, updated_at, archived, archived_at, product_group_id, name, name_folded, variation_values,
                    sorting_weight, base_price_in_cents, price_overridden, weight, weight_overridden)
                SELECT company_id, new_id(), 'products', created_at, updated_at, archived, archived_at, id, name, name_folded, '[]',
                    sorting_weight, base_price_in_cents, 0, weight, 0
                FROM items WHERE kind = 'product_groups';
                INSERT INTO properties (
                    company_id, id, created_at, updated_at, name, identifier, position, property_type, show_on, validation_required,
                    meets_validation_requirements, value, owner_id, owner_type)
                SELECT company_id, new_id(), created_at, updated_at, key, lower(replace(key, ' ', '_')), row_number() OVER (PARTITION BY company_id, items.id),
                    'text_field', '[]', 0, 1, CASE entry.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(entry.value AS TEXT) END,
                    items.id, 'product_groups'
                FROM items, json_each(items.properties) entry WHERE kind = 'product_groups';
                UPDATE items SET properties = (
                    SELECT json_group_object(identifier, value) FROM (
                        SELECT identifier, value FROM properties WHERE properties.company_id = items.company_id AND owner_id = items.id ORDER BY position))
                WHERE kind = 'product_groups' AND properties <> '{}';
                INSERT INTO tags (company_id, id, item_kind, name, count)
                SELECT company_id, new_id(), kind, tag.value, count(*)
                FROM items, json_each(items.tag_list) tag WHERE archived = 0 GROUP BY company_id, kind, tag.value;
                UPDATE bundle_items SET product_id = NULL;
                """);

            migrationBuilder.AddForeignKey(
                name: "FK_bundle_items_products_company_id_product_id",
                table: "bundle_items",
                columns: new[] { "company_id", "product_id" },
                principalTable: "products",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_bundle_items_products_company_id_product_id",
                table: "bundle_items");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "products");

            migrationBuilder.DropTable(
                name: "properties");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropTable(
                name: "url_redirects");

            migrationBuilder.DropTable(
                name: "default_properties");

            migrationBuilder.DropIndex(
                name: "IX_bundle_items_company_id_product_id",
                table: "bundle_items");
        }
    }
}
