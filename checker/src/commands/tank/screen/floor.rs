//! The floor from above: the tank, where it looks, and its trail.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::Block;
use ratatui::widgets::canvas::{Canvas, Context, Line, Points};

use super::marks;
use crate::tank::{Body, FLOOR};

/// Half the tank's length and half its width, and how far its barrel reaches, in metres.
const LENGTH: f64 = 0.2;
const WIDTH: f64 = 0.13;
const BARREL: f64 = 0.36;

/// A letter of a terminal is about twice as high as wide.
const HIGH: f64 = 2.0;

/// How many lines the floor takes, its walls included, where there are so many columns.
pub fn lines(columns: u16) -> u16 {
    let inner = f64::from(columns.saturating_sub(2));
    (inner * FLOOR.1 / FLOOR.0 / HIGH).round() as u16 + 2
}

/// The largest floor that fits, at the top of what there is: it keeps its shape.
fn fitting(room: Rect) -> Rect {
    let inner = f64::from(room.height.saturating_sub(2));
    let widest = (inner * HIGH * FLOOR.0 / FLOOR.1).round() as u16 + 2;
    let width = room.width.min(widest);
    let height = room.height.min(lines(width));
    Rect { x: room.x + (room.width - width) / 2, y: room.y, width, height }
}

pub fn is_drawn(body: &Body, tank: Color, trail: Color, frame: &mut Frame, room: Rect) {
    let points: Vec<(f64, f64)> = body.trail.iter().copied().collect();
    let canvas = Canvas::default()
        .block(Block::bordered())
        .marker(marks::marker())
        .x_bounds([0.0, FLOOR.0])
        .y_bounds([0.0, FLOOR.1])
        .paint(|context| {
            context.draw(&Points { coords: &points, color: trail });
            context.layer();
            outlines(body, tank, context);
        });
    frame.render_widget(canvas, fitting(room));
}

/// Seen from the tank, `ahead` and `right` of its middle.
fn outlines(body: &Body, color: Color, context: &mut Context) {
    let (sin, cos) = body.heading.to_radians().sin_cos();
    let place = |(ahead, right): (f64, f64)| (body.x + ahead * sin + right * cos, body.y + ahead * cos - right * sin);
    let corners = [(LENGTH, WIDTH), (LENGTH, -WIDTH), (-LENGTH, -WIDTH), (-LENGTH, WIDTH)];
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let barrel = (&(0.0, 0.0), &(BARREL, 0.0));
    for (from, to) in sides.chain([barrel]) {
        let ((x1, y1), (x2, y2)) = (place(*from), place(*to));
        context.draw(&Line { x1, y1, x2, y2, color });
    }
}
