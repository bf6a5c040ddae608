using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CreateCatalog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    scopes = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_tokens", x => x.hash);
                    table.ForeignKey(
                        name: "FK_access_tokens_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "collections",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    seo_title = table.Column<string>(type: "TEXT", nullable: true),
                    seo_description = table.Column<string>(type: "TEXT", nullable: true),
                    collection_type = table.Column<string>(type: "TEXT", nullable: true),
                    system = table.Column<bool>(type: "INTEGER", nullable: false),
                    item_count = table.Column<int>(type: "INTEGER", nullable: false),
                    show_in_store = table.Column<bool>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: true),
                    image_url = table.Column<string>(type: "TEXT", nullable: true),
                    image_large_url = table.Column<string>(type: "TEXT", nullable: true),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collections", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_collections_collections_company_id_parent_id",
                        columns: x => new { x.company_id, x.parent_id },
                        principalTable: "collections",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collections_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "artwork_details",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: false),
                    artist_id = table.Column<string>(type: "TEXT", nullable: false),
                    artist_name = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: true),
                    medium = table.Column<string>(type: "TEXT", nullable: true),
                    date = table.Column<string>(type: "TEXT", nullable: true),
                    height_millimetres = table.Column<double>(type: "REAL", nullable: true),
                    width_millimetres = table.Column<double>(type: "REAL", nullable: true),
                    depth_millimetres = table.Column<double>(type: "REAL", nullable: true),
                    credit_line = table.Column<string>(type: "TEXT", nullable: true),
                    permalink = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_artwork_details", x => new { x.company_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "bundle_items",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    discount_percentage = table.Column<double>(type: "REAL", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    photo_id = table.Column<string>(type: "TEXT", nullable: true),
                    bundle_id = table.Column<string>(type: "TEXT", nullable: false),
                    product_group_id = table.Column<string>(type: "TEXT", nullable: false),
                    product_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bundle_items", x => new { x.company_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "collection_items",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: false),
                    collection_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: true),
                    @implicit = table.Column<bool>(name: "implicit", type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collection_items", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_collection_items_collections_company_id_collection_id",
                        columns: x => new { x.company_id, x.collection_id },
                        principalTable: "collections",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    product_type = table.Column<string>(type: "TEXT", nullable: false),
                    extra_information = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    show_in_store = table.Column<bool>(type: "INTEGER", nullable: false),
                    sorting_weight = table.Column<int>(type: "INTEGER", nullable: false),
                    discountable = table.Column<bool>(type: "INTEGER", nullable: false),
                    taxable = table.Column<bool>(type: "INTEGER", nullable: false),
                    seo_title = table.Column<string>(type: "TEXT", nullable: true),
                    seo_description = table.Column<string>(type: "TEXT", nullable: true),
                    tag_list = table.Column<string>(type: "TEXT", nullable: false),
                    photo_id = table.Column<string>(type: "TEXT", nullable: true),
                    tax_category_id = table.Column<string>(type: "TEXT", nullable: true),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false),
                    group_name = table.Column<string>(type: "TEXT", nullable: true),
                    sku = table.Column<string>(type: "TEXT", nullable: true),
                    buffer_time_before = table.Column<int>(type: "INTEGER", nullable: true),
                    buffer_time_after = table.Column<int>(type: "INTEGER", nullable: true),
                    tracking_type = table.Column<string>(type: "TEXT", nullable: true),
                    trackable = table.Column<bool>(type: "INTEGER", nullable: true),
                    has_variations = table.Column<bool>(type: "INTEGER", nullable: true),
                    variation = table.Column<bool>(type: "INTEGER", nullable: true),
                    base_price_in_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    flat_fee_price_in_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    structure_price_in_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    price_type = table.Column<string>(type: "TEXT", nullable: true),
                    price_period = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_in_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    default_purchase_cost_in_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    weight = table.Column<string>(type: "TEXT", nullable: true),
                    properties = table.Column<string>(type: "TEXT", nullable: true),
                    price_ruleset_id = table.Column<string>(type: "TEXT", nullable: true),
                    price_structure_id = table.Column<string>(type: "TEXT", nullable: true),
                    allow_shortage = table.Column<bool>(type: "INTEGER", nullable: true),
                    shortage_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    variation_fields = table.Column<string>(type: "TEXT", nullable: true),
                    stock_item_properties = table.Column<string>(type: "TEXT", nullable: true),
                    sku_folded = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_items", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_items_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "photos",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    original_url = table.Column<string>(type: "TEXT", nullable: false),
                    large_url = table.Column<string>(type: "TEXT", nullable: false),
                    xlarge_url = table.Column<string>(type: "TEXT", nullable: false),
                    coordinates = table.Column<string>(type: "TEXT", nullable: false),
                    alt_text = table.Column<string>(type: "TEXT", nullable: true),
                    preview = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_type = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_photos", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_photos_items_company_id_owner_id",
                        columns: x => new { x.company_id, x.owner_id },
                        principalTable: "items",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_company_id",
                table: "access_tokens",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_artwork_details_company_id_artist_id",
                table: "artwork_details",
                columns: new[] { "company_id", "artist_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bundle_items_company_id_bundle_id_position_created_at_id",
                table: "bundle_items",
                columns: new[] { "company_id", "bundle_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_bundle_items_company_id_position_created_at_id",
                table: "bundle_items",
                columns: new[] { "company_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_bundle_items_company_id_product_group_id",
                table: "bundle_items",
                columns: new[] { "company_id", "product_group_id" });

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_collection_id_item_id",
                table: "collection_items",
                columns: new[] { "company_id", "collection_id", "item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_collection_id_position_created_at_id_implicit",
                table: "collection_items",
                columns: new[] { "company_id", "collection_id", "position", "created_at", "id", "implicit" });

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_created_at_id",
                table: "collection_items",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_implicit_created_at_id",
                table: "collection_items",
                columns: new[] { "company_id", "implicit", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_item_id_implicit_collection_id",
                table: "collection_items",
                columns: new[] { "company_id", "item_id", "implicit", "collection_id" });

            migrationBuilder.CreateIndex(
                name: "IX_collection_items_company_id_position_created_at_id_implicit",
                table: "collection_items",
                columns: new[] { "company_id", "position", "created_at", "id", "implicit" });

            migrationBuilder.CreateIndex(
                name: "IX_collections_company_id_created_at_id",
                table: "collections",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_collections_company_id_parent_id_position_created_at_id",
                table: "collections",
                columns: new[] { "company_id", "parent_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_collections_company_id_position_created_at_id",
                table: "collections",
                columns: new[] { "company_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_collections_company_id_slug",
                table: "collections",
                columns: new[] { "company_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_companies_slug",
                table: "companies",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_created_at_id",
                table: "items",
                columns: new[] { "company_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_kind_created_at_id",
                table: "items",
                columns: new[] { "company_id", "kind", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_name_folded_name_id",
                table: "items",
                columns: new[] { "company_id", "name_folded", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_photo_id",
                table: "items",
                columns: new[] { "company_id", "photo_id" });

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_sku_folded",
                table: "items",
                columns: new[] { "company_id", "sku_folded" });

            migrationBuilder.CreateIndex(
                name: "IX_items_company_id_slug",
                table: "items",
                columns: new[] { "company_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_photos_company_id_owner_id_position_created_at_id",
                table: "photos",
                columns: new[] { "company_id", "owner_id", "position", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_photos_company_id_position_created_at_id",
                table: "photos",
                columns: new[] { "company_id", "position", "created_at", "id" });

            migrationBuilder.AddForeignKey(
                name: "FK_artwork_details_items_company_id_item_id",
                table: "artwork_details",
                columns: new[] { "company_id", "item_id" },
                principalTable: "items",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_bundle_items_items_company_id_bundle_id",
                table: "bundle_items",
                columns: new[] { "company_id", "bundle_id" },
                principalTable: "items",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_bundle_items_items_company_id_product_group_id",
                table: "bundle_items",
                columns: new[] { "company_id", "product_group_id" },
                principalTable: "items",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_collection_items_items_company_id_item_id",
                table: "collection_items",
                columns: new[] { "company_id", "item_id" },
                principalTable: "items",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_items_photos_company_id_photo_id",
                table: "items",
                columns: new[] { "company_id", "photo_id" },
                principalTable: "photos",
                principalColumns: new[] { "company_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_items_companies_company_id",
                table: "items");

            migrationBuilder.DropForeignKey(
                name: "FK_photos_items_company_id_owner_id",
                table: "photos");

            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "artwork_details");

            migrationBuilder.DropTable(
                name: "bundle_items");

            migrationBuilder.DropTable(
                name: "collection_items");

            migrationBuilder.DropTable(
                name: "collections");

            migrationBuilder.DropTable(
                name: "companies");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropTable(
                name: "photos");
        }
    }
}
