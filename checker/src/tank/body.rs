//! Where the tank stands, and how it moves over its floor.

use std::collections::VecDeque;

/// The floor, in metres: as wide and as deep as this, with walls around it.
pub const FLOOR: (f64, f64) = (6.0, 2.0);

/// The tank does not come nearer to a wall than this, in metres.
const MARGIN: f64 = 0.2;
/// Metres a second at full strength.
const SPEED: f64 = 0.6;
/// Degrees a second at full strength, to the side.
const TURN: f64 = 120.0;
/// So many points of the trail are remembered, and they lie so far apart, in metres.
const TRAIL: usize = 2000;
const APART: f64 = 0.03;
/// In seconds: a curve is made of steps of this length.
const STEP: f64 = 0.02;
/// In seconds: without a heartbeat it drives no longer than that, however late somebody looks.
const LONGEST: f64 = 10.0;

/// The tank as a thing that drives. The origin of its floor is at the lower left.
#[derive(Clone, Debug)]
pub struct Body {
    pub x: f64,
    pub y: f64,
    /// Where it looks, in degrees: 0 is up, 90 to the right.
    pub heading: f64,
    /// How it was told to move.
    pub angle: i16,
    pub strength: i16,
    pub trail: VecDeque<(f64, f64)>,
}

impl Default for Body {
    fn default() -> Self {
        let (x, y) = (FLOOR.0 / 4.0, FLOOR.1 / 2.0);
        Self { x, y, heading: 90.0, angle: 0, strength: 0, trail: VecDeque::from([(x, y)]) }
    }
}

impl Body {
    pub fn is_moving(&self) -> bool {
        self.strength > 0
    }

    pub fn stops(&mut self) {
        (self.angle, self.strength) = (0, 0);
    }

    /// Drives on as it was told. The angle is a joystick's: 0 is straight on, 90 turns to the right on the spot, 180 is
    /// straight back, and what lies between does both.
    pub fn moves(&mut self, seconds: f64) {
        if !self.is_moving() {
            return;
        }
        let (sideways, ahead) = f64::from(self.angle).to_radians().sin_cos();
        let strength = f64::from(self.strength) / 100.0;
        let steps = (seconds.min(LONGEST) / STEP).ceil().max(1.0);
        let step = seconds.min(LONGEST) / steps;
        for _ in 0..steps as usize {
            self.heading = (self.heading + sideways * strength * TURN * step).rem_euclid(360.0);
            let (east, north) = self.heading.to_radians().sin_cos();
            let way = ahead * strength * SPEED * step;
            // At a wall it slides along.
            self.x = (self.x + east * way).clamp(MARGIN, FLOOR.0 - MARGIN);
            self.y = (self.y + north * way).clamp(MARGIN, FLOOR.1 - MARGIN);
            self.leaves_a_trail();
        }
    }

    fn leaves_a_trail(&mut self) {
        let is_far = |(x, y): &(f64, f64)| (self.x - x).hypot(self.y - y) >= APART;
        if self.trail.back().is_none_or(is_far) {
            if self.trail.len() == TRAIL {
                self.trail.pop_front();
            }
            self.trail.push_back((self.x, self.y));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn driven(angle: i16, strength: i16, seconds: f64) -> Body {
        let mut body = Body { angle, strength, ..Body::default() };
        body.moves(seconds);
        body
    }

    #[test]
    fn the_angle_is_that_of_a_joystick() {
        let start = Body::default();
        let ahead = driven(0, 50, 1.0);
        assert!(ahead.x > start.x + 0.2 && (ahead.y - start.y).abs() < 1e-9 && ahead.heading == 90.0);
        let back = driven(180, 50, 1.0);
        assert!(back.x < start.x - 0.2 && (back.heading - 90.0).abs() < 1e-9);
        let right = driven(90, 50, 1.0);
        assert!((right.x - start.x).abs() < 1e-9 && right.heading > 120.0, "it turns on the spot");
        let curve = driven(-30, 50, 1.0);
        assert!(curve.heading < 90.0 && curve.y > start.y && curve.x > start.x, "to the left is up");
    }

    #[test]
    fn it_stays_within_its_walls_and_its_memory() {
        let mut body = Body { angle: 7, strength: 100, ..Body::default() };
        for _ in 0..5000 {
            body.moves(0.1);
            assert!((MARGIN..=FLOOR.0 - MARGIN).contains(&body.x) && (MARGIN..=FLOOR.1 - MARGIN).contains(&body.y));
        }
        assert_eq!(body.trail.len(), TRAIL);
    }

    #[test]
    fn without_strength_it_stands() {
        let body = driven(45, 0, 5.0);
        assert_eq!((body.x, body.heading, body.trail.len()), (Body::default().x, 90.0, 1));
    }
}
